"""Détente: from reporting on a negotiation to a model of it that can be questioned."""

__version__ = "0.1.0"
