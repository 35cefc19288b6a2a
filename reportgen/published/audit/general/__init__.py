"""Relate numbers that no form of sentence claimed: any arithmetic that holds, or would if one digit were another."""
