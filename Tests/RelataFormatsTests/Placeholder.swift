// Tests of RelataFormats.
