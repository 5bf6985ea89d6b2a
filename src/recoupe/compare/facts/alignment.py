"""Which passages of two articles say the same: pairs of windows, each a run of segments of one sentence, scored.

Candidates share a concept, a number or a date that is rare in the story (an inverted index; of a frequent one only
the first `REPRESENTATIVES` segments are looked up, so that work grows linearly with the story). For two sentences
the best pair of segments is widened segment by segment as long as what is shared grows faster than what is not.
A pair is then judged on a few readable features by a logistic model (`WEIGHTS`), with vetoes kept apart: what
contradicts is never merged.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.facts.clauses import Segment, Sentence
from recoupe.compare.facts.values import Relation, compare_quantities, compare_times
from recoupe.compare.facts.window import Window

REPRESENTATIVES = 40
"""Segments looked up for one concept: the first ones, in order of articles."""
LEAST_SHARED = 3.0
"""Least weight that two segments must share to be looked at."""
MOST_PAIRS = 3
"""Pairs of windows taken from one pair of sentences."""
LOSS = 0.22
"""What a unit of weight that is not shared costs while a window is widened."""
