"""Bounds on what is read: a hostile or mistaken file costs a refusal, not the machine."""

# A long treaty is under 2 MB and a scanned report with its text layer rarely over 10; past 20
# it is an archive or a mistake, and reading it would take minutes.
MAX_BYTES = 20_000_000
# Words that come out of a file. A megabyte is about 170,000 words, a thick book.
MAX_CHARACTERS = 20_000_000
# News pages are 0.1 to 2 MB with their scripts; the extractor needs a second for each.
MAX_HTML_BYTES = 5_000_000
MAX_HTML_ELEMENTS = 60_000
MAX_HTML_DEPTH = 250
# The longest treaties and inquiry reports have a few hundred pages.
MAX_PAGES = 1_000
# A dense page of text is under 100 kB of drawing commands; vector maps reach a few MB.
MAX_PAGE_BYTES = 8_000_000
# Drawing commands of a whole PDF, about 40 seconds' work; forms that call forms multiply them.
MAX_PDF_OPERATIONS = 3_000_000
# A DOCX is a ZIP file. Pictures are a few dozen MB; text parts over 60 MB are a bomb.
MAX_DOCX_UNPACKED = 300_000_000
MAX_DOCX_PART = 60_000_000
MAX_DOCX_PARTS = 5_000
# Elements of all its XML; 300 pages with many changes of type have about 200,000. A hundred
# kilobytes can unpack to millions, each of which costs the parser some hundred bytes.
MAX_DOCX_ELEMENTS = 400_000
