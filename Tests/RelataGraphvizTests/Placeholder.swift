// Tests of RelataGraphviz.
