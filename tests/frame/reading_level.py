"""Reading-level formulas for the lint tests: Flesch-Kincaid grade for English, Amstad ease for German.

Constants: research, clinical requirements 5.5. Syllables are counted by vowel groups, good to about one in ten words.
"""

from __future__ import annotations

import re

VOWELS = {"en": "aeiouy", "de": "aeiouyäöü"}
# One sound, one syllable; any other meeting of vowels in German starts a new one ("Therapeutin", "Situation").
GERMAN_SOUNDS = re.compile(r"ei|ai|au|äu|eu|ie|aa|ee|oo|[aeiouyäöü]")


def syllables(word: str, lang: str) -> int:
    """Return the number of spoken syllables, at least one."""
    word = word.lower()
    if lang == "de":
        return max(1, len(GERMAN_SOUNDS.findall(word)))
    count = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and count > 1
    quiet_ending = word.endswith("ed") and not word.endswith(("ted", "ded")) and count > 1
    return max(1, count - silent - quiet_ending)


def counts(text: str, lang: str) -> tuple[float, float]:
    """Return words per sentence and syllables per word. A line without a full stop is a sentence too."""
    sentences = [each for each in re.split(r"[.:!?\n]+", text) if re.search(r"[^\W\d]", each)]
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    return len(words) / len(sentences), sum(syllables(word, lang) for word in words) / len(words)


def grade_en(text: str) -> float:
    """Return the Flesch-Kincaid grade: 8 reads like the eighth school year."""
    per_sentence, per_word = counts(text, "en")
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def ease_de(text: str) -> float:
    """Return the Amstad reading ease: 60 and more is plain."""
    per_sentence, per_word = counts(text, "de")
    return 180 - per_sentence - 58.5 * per_word


def longest_sentence(text: str) -> int:
    """Return the number of words in the longest sentence."""
    sentences = re.split(r"[.:!?]+(?:\s|$)|\n+", text)
    return max(len(re.findall(r"[^\W_]+", each)) for each in sentences)
