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
  Dim name As String
  name = Dir(folder &amp; "/*.plain")
  Do While name &lt;&gt; ""
    SettleOne(folder &amp; "/" &amp; name, "")
    name = Dir
  Loop
  name = Dir(folder &amp; "/*.redline")
  Do While name &lt;&gt; ""
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
  opened.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""


def settled(plain: Mapping[str, bytes], redlines: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
    """The text of files as it is, and of redlines accepted and rejected: by name, and ``, `accepted`, `rejected`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [str(SOFFICE), profile, "--headless", "--norestore"]
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
        library = folder / "profile" / "user" / "basic" / "Standard"  # made by the first start, which writes over ours
        (library / "script.xlb").write_text(_LIBRARY)
        (library / "Changes.xba").write_text(_MODULE)
        (folder / "files").mkdir()
        for ending, files in (("plain", plain), ("redline", redlines)):
            for key, data in files.items():
                (folder / "files" / f"{key}.{ending}").write_bytes(data)
        macro = f'macro:///Standard.Changes.Settle("{folder}/files")'
        subprocess.run([*command, macro], check=True, capture_output=True, timeout=600)
        done = {"": "", "accepted": "AcceptAllTrackedChanges", "rejected": "RejectAllTrackedChanges"}
        ends = [("plain", key, "") for key in plain]
        ends += [("redline", key, word) for key in redlines for word in ("accepted", "rejected")]
        return {
            (key, word): (folder / "files" / f"{key}.{ending}.{done[word]}.txt").read_text("utf-8-sig")
            for ending, key, word in ends
        }
