"""The version of the software, as it stands in every reading."""

VERSION = "0.1.0"
