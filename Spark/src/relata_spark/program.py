"""How the machines of a cluster come by the program ``relata``."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pyspark import SparkFiles, cloudpickle
from pyspark.sql import SparkSession

import relata_spark
from relata_spark.errors import RelataError, Status


@dataclass(frozen=True)
class Program:
    """Where the driver and the executors find ``relata``. It must be the same program everywhere;
    :class:`~relata_spark.worker.Worker` refuses another one.

    Parameters:
        driver: a path on the driver.
        executor: a path on the executors.
        is_shipped: whether `executor` is relative to the folder into which Spark puts the files
            and archives that it brings to the executors.
    """

    driver: str
    executor: str
    is_shipped: bool = False

    @classmethod
    def installed(cls, name: str = "relata") -> Program:
        """A program that was installed on every machine: a path, or a name to look for in PATH."""
        return cls(driver=find_program(name), executor=name)

    @classmethod
    def shipped(cls, spark: SparkSession, path: str) -> Program:
        """A program on the driver, which Spark brings to each executor when it begins."""
        found = Path(find_program(path)).resolve()
        spark.sparkContext.addFile(str(found))
        return cls(driver=str(found), executor=found.name, is_shipped=True)

    @classmethod
    def in_archive(cls, path: str) -> Program:
        """A program in an archive that was given to spark-submit: ``--archives tools.tar.gz#tools``
        has its program at ``tools/relata``. The driver takes it from there where Spark unpacks
        archives on the driver, else from PATH."""
        here = SparkFiles.get(path)
        driver = here if Path(here).is_file() else find_program(Path(path).name)
        return cls(driver=driver, executor=path, is_shipped=True)

    @classmethod
    def usual(cls, spark: SparkSession) -> Program:
        """The program that came with this package, shipped; without one, the one in PATH."""
        bundled = resources.files("relata_spark") / "bin" / "relata"
        if bundled.is_file():
            with resources.as_file(bundled) as path:
                return cls.shipped(spark, str(path))
        return cls.shipped(spark, "relata")

    def path_on_executor(self) -> str:
        """To be asked on an executor."""
        return SparkFiles.get(self.executor) if self.is_shipped else self.executor


def find_program(name: str) -> str:
    """The path of a program on this machine: a path, or a name to look for in PATH."""
    if os.path.isfile(name) and os.access(name, os.X_OK):
        return os.path.abspath(name)
    found = shutil.which(name)
    if found is None:
        raise RelataError(
            Status.UNAVAILABLE,
            f"{name}: no such program; name the program with --relata, or put it into PATH",
        )
    return found


def carry_package() -> None:
    """Sends this package along with what executors are to do, so that they need nothing but Spark."""
    cloudpickle.register_pickle_by_value(relata_spark)  # type: ignore[no-untyped-call]
