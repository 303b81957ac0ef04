"""The chamber's certificate (X.509) for PDF signatures: from the settings, or made for the demo.

A chamber buys its certificate from an accredited authority and names its two PEM files. The one
made here is self-signed, says so in its subject, and proves to nobody who issued a paper.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from central.key_files import write_once
from central.settings import Settings

_DEMO_DAYS = 730
_DEMO_UNIT = "DEMOSTRACIÓN SIN VALIDEZ"


class NoChamberCertificate(Exception):
    """This central cannot sign PDFs: no certificate is set, or its files cannot be used."""


def load_signer(settings: Settings, now: datetime) -> SimpleSigner:
    """The chamber's key and certificate, ready to sign.

    Raises:
        NoChamberCertificate: none is set, or the files hold none.
    """
    pades = settings.pades
    password = pades.key_password.get_secret_value().encode() or None
    if pades.certificate is not None and pades.key is not None:
        return _load(pades.certificate, pades.key, password, now)
    if not settings.demo:
        raise NoChamberCertificate("pades.certificate and pades.key are not set")
    both = settings.data_dir / "demo-chamber.pem"
    if not both.exists():
        write_once(both, make_demo_certificate(settings.chamber.name, now))
    return _load(both, both, None, now)


def make_demo_certificate(chamber_name: str, now: datetime) -> bytes:
    """A P-256 key and its self-signed certificate in one PEM text."""
    key = generate_private_key(SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CO"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, chamber_name[:64]),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, _DEMO_UNIT),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{chamber_name[:40]} (demostración)"),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(UTC) - timedelta(days=1))
        .not_valid_after(now.astimezone(UTC) + timedelta(days=_DEMO_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return secret + certificate.public_bytes(Encoding.PEM)


def _load(
    certificate_file: Path, key_file: Path, password: bytes | None, now: datetime
) -> SimpleSigner:
    """Read the signer's certificate, those of its issuers behind it, and the key that fits."""
    try:
        chain = x509.load_pem_x509_certificates(certificate_file.read_bytes())
        key = load_pem_private_key(key_file.read_bytes(), password)
    except (OSError, ValueError, TypeError) as error:
        raise NoChamberCertificate("certificate or key cannot be read") from error
    if key.public_key() != chain[0].public_key():
        raise NoChamberCertificate("the key is not the certificate's")
    if not chain[0].not_valid_before_utc <= now <= chain[0].not_valid_after_utc:
        raise NoChamberCertificate("the certificate is not valid today")
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    signer, *issuers = [
        certificate
        for link in chain
        for certificate in load_certs_from_pemder_data(link.public_bytes(Encoding.DER))
    ]
    store.register_multiple(issuers)
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=signer,
        signing_key=load_private_key_from_pemder_data(secret, None),
        cert_registry=store,
    )
