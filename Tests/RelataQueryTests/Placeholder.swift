// Tests of RelataQuery.
