"""The editorial rules of the United Nations for English text: passages come in, remarks with corrections go out."""
