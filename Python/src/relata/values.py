"""What a graph consists of, as answers give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entity:
    """Somebody or something that the documents speak of."""

    #: Unique in its graph, such as ``person/vladimir-putin``; accepted wherever a name is.
    id: str
    name: str
    #: A type of the ontology, such as ``Person``; None where an answer does not say it.
    type: str | None = None

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Entity:
        """From the JSON that ``relata`` prints."""
        return cls(record["id"], record["name"], record.get("type"))


@dataclass(frozen=True)
class Evidence:
    """A sentence that says so."""

    document: str
    #: The range in the text of the document, in characters as Python counts them (Unicode scalars).
    start: int
    end: int
    #: The text in that range.
    quote: str
    #: What in the sentence told, in words.
    trigger: str = ""

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Evidence:
        """From the JSON that ``relata`` prints."""
        return cls(
            record["document"],
            record["start"],
            record["end"],
            record["quote"],
            record.get("trigger", ""),
        )


@dataclass(frozen=True)
class Statement:
    """Who did what to whom, according to which sentences."""

    subject: Entity
    #: A relation of the ontology, such as ``met_with``, or the words of the text where `is_open`.
    relation: str
    #: The relation in words.
    label: str
    object: Entity
    is_open: bool
    #: ``affirmed`` or ``negated``.
    polarity: str
    #: ``asserted``, ``reported``, ``alleged``, ``planned`` or ``hypothetical``.
    modality: str
    #: From 0 to 1.
    confidence: float
    #: From 0 to 1; None where it is unknown.
    importance: float | None
    #: ISO 8601, as precise as the text gives it; an interval has a slash. None where none is said.
    time: str | None
    place: Entity | None
    role: str | None
    #: Who said so.
    attribution: Entity | None
    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Statement:
        """From the JSON that ``relata`` prints."""

        def entity(key: str) -> Entity | None:
            return Entity.of(record[key]) if record.get(key) else None

        return cls(
            subject=Entity.of(record["subject"]),
            relation=record["relation"],
            label=record["label"],
            object=Entity.of(record["object"]),
            is_open=record["isOpen"],
            polarity=record["polarity"],
            modality=record["modality"],
            confidence=record["confidence"],
            importance=record.get("importance"),
            time=record.get("time"),
            place=entity("place"),
            role=record.get("role"),
            attribution=entity("attribution"),
            evidence=tuple(map(Evidence.of, record["evidence"])),
        )

    def __str__(self) -> str:
        time = f"  [{self.time}]" if self.time else ""
        negated = "not " if self.polarity == "negated" else ""
        return f"{self.subject.name} –{negated}{self.label}→ {self.object.name}{time}"


@dataclass(frozen=True)
class Step:
    """From one entity of a path to the next: all statements that link the two."""

    start: Entity
    end: Entity
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Path:
    """How two entities are connected."""

    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    #: From 0 to 1.
    confidence: float
    #: What the ranking orders by; less is better.
    cost: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Path:
        """From the JSON that ``relata`` prints."""
        entities = tuple(map(Entity.of, record["entities"]))
        steps = tuple(
            Step(start, end, tuple(map(Statement.of, step["statements"])))
            for start, end, step in zip(entities[:-1], entities[1:], record["steps"], strict=True)
        )
        return cls(entities, steps, record["confidence"], record["cost"])

    def __str__(self) -> str:
        lines = [" · ".join(entity.name for entity in self.entities)]
        for step in self.steps:
            lines.append(f"  {step.statements[0]}")
            # A statement that another tool's file brought may have no sentence.
            lines += [f"    “{evidence.quote}”" for evidence in step.statements[0].evidence[:1]]
        return "\n".join(lines)
