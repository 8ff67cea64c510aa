"""A time-stamping authority of our own (RFC 3161), made with openssl for one test run."""

import subprocess
from pathlib import Path

SETTINGS = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_digest = sha256
digests = sha256
default_policy = 1.2.3.4.1
"""


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


class Authority:
    """`certificate` is the one to trust; `answer` signs a request."""

    def __init__(self, folder, name):
        self._folder = folder
        self.certificate = folder / "ca.pem"
        (folder / "settings").write_text(SETTINGS.format(folder=folder))
        (folder / "serial").write_text("01\n")
        (folder / "purpose").write_text("extendedKeyUsage=critical,timeStamping\n")
        new = ("-newkey", "rsa:2048", "-nodes", "-config", "/dev/null", "-subj")
        openssl(folder, "req", "-x509", *new, f"/CN={name}", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2")
        openssl(folder, "req", *new, f"/CN={name} stamps", "-keyout", "signer.key", "-out", "signer.csr")
        signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "purpose", "-days", "2")
        openssl(folder, "x509", "-req", "-in", "signer.csr", *signed, "-out", "signer.pem")

    def answer(self, request, answer):
        signer = ("-signer", "signer.pem", "-inkey", "signer.key", "-config", "settings")
        openssl(
            self._folder,
            "ts",
            "-reply",
            "-queryfile",
            str(Path(request).resolve()),
            *signer,
            "-out",
            str(Path(answer).resolve()),
        )
