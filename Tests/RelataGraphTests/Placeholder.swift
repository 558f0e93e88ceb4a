// Tests of RelataGraph.
