"""Cases as workbooks that people edit in a spreadsheet program and give back."""

from detente.formats.xlsx.workbook import Xlsx

__all__ = ["Xlsx"]
