"""A Word file edited in LibreOffice, as a lawyer edits it there: a macro finds words and changes what is there."""

import subprocess
import tempfile
from pathlib import Path

from office import SOFFICE

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
Dim opened As Object
Sub Edit(file As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  Retype("It gives persons a right to a lawyer", "Everybody has a right to a lawyer")
  Retype("about ten of them", "about twelve of them")
  Retype("as it does by law", "as the law demands")
  Retype("Calls to the hotline cost nothing.", "Calls to the hotline are free.")
  at = Found("There were ")
  at.Text.insertControlCharacter(at.Start, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  at = Found("A breach of an order is an offence.")
  at.CharWeight = com.sun.star.awt.FontWeight.BOLD
  at = Found("Shelters are open to all who need them.")
  note = opened.createInstance("com.sun.star.text.Footnote")
  at.Text.insertTextContent(at.End, note, False)
  note.setString("Act of 2019.")
  at = Found("The police enforce the orders.")
  at.Text.insertControlCharacter(at.End, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  at = Found("The police enforce the orders.")
  cursor = at.Text.createTextCursorByRange(at.End)
  cursor.goRight(1, False)
  cursor.Text.insertString(cursor, "They do so at once.", False)
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  opened.storeToURL(ConvertToURL(file &amp; ".edited"), filter())
  opened.close(True)
  StarDesktop.terminate()
End Sub
Function Found(words As String) As Object
  search = opened.createSearchDescriptor()
  search.SearchString = words
  Found = opened.findFirst(search)
End Function
Sub Retype(old As String, words As String)
  change = opened.createReplaceDescriptor()
  change.SearchString = old
  change.ReplaceString = words
  opened.replaceAll(change)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""


def edited_in_office(data: bytes) -> bytes:
    """The rich project's report reworded, divided, set in bold, noted and lengthened in LibreOffice, and saved."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=600)
        library = folder / "profile" / "user" / "basic" / "Standard"  # made by the first start, which writes over ours
        (library / "script.xlb").write_text(_LIBRARY)
        (library / "Edits.xba").write_text(_MODULE)
        (folder / "report.docx").write_bytes(data)
        macro = f'macro:///Standard.Edits.Edit("{folder}/report.docx")'
        subprocess.run([*command, macro], check=True, capture_output=True, timeout=600)
        return (folder / "report.docx.edited").read_bytes()
