// Tests of RelataExtraction.
