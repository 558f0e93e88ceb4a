// Tests of RelataCommand.
