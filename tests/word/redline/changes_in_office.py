"""What LibreOffice makes of tracked changes: Word files in, their text with all changes accepted or rejected out.

A macro opens each file, accepts or rejects, updates the fields and saves the text, with the numbers of paragraphs: one
start of LibreOffice serves all files.
"""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from office import SOFFICE

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Settle(folder As String)
  Dim name As String, part As String
  name = Dir(folder &amp; "/*.docx")
  Do While name &lt;&gt; ""
    SettleOne(folder &amp; "/" &amp; name, "")
    SettleOne(folder &amp; "/" &amp; name, "AcceptAllTrackedChanges")
    SettleOne(folder &amp; "/" &amp; name, "RejectAllTrackedChanges")
    name = Dir
  Loop
  StarDesktop.terminate()
End Sub
Sub SettleOne(file As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  End If
  opened.getTextFields().refresh()
  filter(0).Name = "FilterName"
  filter(0).Value = "Text"
  opened.storeToURL(ConvertToURL(file &amp; "." &amp; command &amp; ".txt"), filter())
  If command &lt;&gt; "" Then
    filter(0).Value = "MS Word 2007 XML"
    opened.storeToURL(ConvertToURL(file &amp; "." &amp; command &amp; ".saved"), filter())
  End If
  opened.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""


def settled(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The text of each file as it stands, accepted and rejected: by its name, then by ``, `accepted`, `rejected`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [str(SOFFICE), profile, "--headless", "--norestore"]
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
        library = folder / "profile" / "user" / "basic" / "Standard"  # made by the first start, which writes over ours
        (library / "script.xlb").write_text(_LIBRARY)
        (library / "Changes.xba").write_text(_MODULE)
        (folder / "files").mkdir()
        for key, data in files.items():
            (folder / "files" / f"{key}.docx").write_bytes(data)
        macro = f'macro:///Standard.Changes.Settle("{folder}/files")'
        subprocess.run([*command, macro], check=True, capture_output=True, timeout=600)
        ends = {"": "", "accepted": "AcceptAllTrackedChanges", "rejected": "RejectAllTrackedChanges"}
        return {
            key: {
                word: (folder / "files" / f"{key}.docx.{end}.txt").read_text("utf-8-sig") for word, end in ends.items()
            }
            for key in files
        }
