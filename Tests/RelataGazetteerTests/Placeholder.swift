// Tests of RelataGazetteer.
