CREATE NODE TABLE Entity(id STRING PRIMARY KEY, name STRING, types STRING, aliases STRING, identifiers STRING,
  mentions INT64, details STRING);
COPY Entity FROM 'nodes.csv' (HEADER=true, PARALLEL=false, DELIM=',', QUOTE='"', ESCAPE='"', AUTO_DETECT=false);
CREATE REL TABLE Statement(FROM Entity TO Entity, relation STRING, polarity STRING, modality STRING, `start` STRING,
  `end` STRING, time STRING, attribution STRING, place STRING, role STRING, confidence DOUBLE, importance DOUBLE,
  documents STRING, firstSeen STRING, lastSeen STRING, quote STRING, `trigger` STRING, open BOOLEAN, label STRING, evidence INT64, contradicted BOOLEAN,
  details STRING);
COPY Statement FROM 'edges.csv' (HEADER=true, PARALLEL=false, DELIM=',', QUOTE='"', ESCAPE='"', AUTO_DETECT=false);
