"""``python -m relata_spark``: the command, where its script is not in the path."""

from relata_spark.cli import main

main()
