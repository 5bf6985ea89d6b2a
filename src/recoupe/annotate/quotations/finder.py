"""The finder of quotations in a document: marks, frames, then each frame, then what is left over."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import Draft
from recoupe.annotate.quotations.frames import make_frames
from recoupe.annotate.quotations.headlines import read_headlines
from recoupe.annotate.quotations.lexicon import lexicon
from recoupe.annotate.quotations.loose import read_loose
from recoupe.annotate.quotations.marks import find_marked
from recoupe.annotate.quotations.reader import Reader
from recoupe.annotate.quotations.transcripts import read_transcript
from recoupe.model.findings import Name


class Finder:
    """Reads one document.

    Attributes:
        segments: its marked segments.
        frames: its frames.
        words: the tables of its language.
    """

    def __init__(self, document: Document, names: Sequence[Name] = ()) -> None:
        self.document = document
        self.names = names
        self.words = lexicon(document.language.code)
        self.segments = find_marked(document.prose)
        self.frames = make_frames(document, self.segments, self.words)
        starts = {n.start for n in names}
        if starts:
            for frame in self.frames:
                frame.begins = {i for i, start in enumerate(frame.starts) if start in starts}

    def run(self) -> list[Draft]:
        """All drafts, frame by frame, then headlines and what no cue claims."""
        places = frozenset(n.start for n in self.names if n.type == "place")
        drafts: list[Draft] = []
        for number, frame in enumerate(self.frames):
            drafts += Reader(self.document, self.segments, number, frame, self.words, places).read()
        drafts += read_headlines(
            self.frames, self.segments, drafts, self.names, self.document.prose, self.words
        )
        drafts += read_loose(self.document, self.frames, self.segments, drafts, self.words)
        return read_transcript(self.document, self.frames, drafts)
