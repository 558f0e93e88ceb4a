// Tests of RelataResolution.
