"""What Windows shows of a program under "Properties, Details"."""

from pathlib import Path
from string import Template
from typing import Final

from game import __version__

FORM: Final = Template("""\
VSVersionInfo(
    ffi=FixedFileInfo(filevers=$numbers, prodvers=$numbers, mask=0x3F, flags=0, OS=0x40004, fileType=1),
    kids=[
        StringFileInfo([StringTable("041104B0", [
            StringStruct("CompanyName", "The Shinyo contributors"),
            StringStruct("FileDescription", "信用貯金 Shinyo"),
            StringStruct("FileVersion", "$version"),
            StringStruct("InternalName", "shinyo"),
            StringStruct("LegalCopyright", "MIT, The Shinyo contributors"),
            StringStruct("OriginalFilename", "shinyo.exe"),
            StringStruct("ProductName", "信用貯金 Shinyo"),
            StringStruct("ProductVersion", "$version"),
        ])]),
        VarFileInfo([VarStruct("Translation", [0x0411, 1200])]),
    ],
)
""")
"""In the notation the build tool reads; language 0411 is Japanese, 1200 (hexadecimal 04B0) is UTF-16."""


def text(version: str = __version__) -> str:
    """The file for a version of the form 1.2.3."""
    numbers = tuple([*(int(each) for each in version.split(".")), 0, 0, 0][:4])
    return FORM.substitute(numbers=numbers, version=version)


def write(folder: Path) -> str:
    """Write it into a folder; the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "version.txt"
    file.write_text(text(), encoding="utf-8")
    return str(file)
