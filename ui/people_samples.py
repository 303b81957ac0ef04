"""A plain view of every screen about people: invented data."""

from kiosk.documents.qr import dark_runs, qr_size
from kiosk.staff.desk import views as v
from kiosk.staff.desk.people import views as w
from kiosk.visit.views import Choice

DOCUMENT = "CC 1.990.000.077"
CONSENT = (
    "Cámara de Comercio de Ejemplo (NIT 990000000-2) es responsable del tratamiento de sus datos "
    "personales: identificación, nombre, correo, teléfonos, dirección y municipio.",
    "Los usa para abrir y atender su cuenta de prepago, emitir sus recibos y certificados, "
    "enviarle códigos, comprobantes y avisos de seguridad, y cumplir la ley. No los vende ni los "
    "entrega a otros, salvo a la autoridad que los pida conforme a la ley.",
    "Usted puede conocerlos, actualizarlos, rectificarlos y pedir que se supriman, pedir prueba de "
    "esta autorización, revocarla y quejarse ante la Superintendencia de Industria y Comercio. Dar "
    "datos sensibles o de menores no es obligatorio.",
    "Canal: servicio@example.invalid, teléfono 300 000 0000, Calle 1 # 2-03.",
)
_OPTIONAL = {"second_name", "second_surname", "email"}
TYPED = {
    "first_name": "Nadia",
    "second_name": "",
    "first_surname": "Ortiz",
    "second_surname": "Vélez",
    "email": "nadia@correo.example.invalid",
    "landline": "601 555 0101",
    "mobile": "300 000 0007",
    "address": "Calle 9 # 8-07",
    "municipality": "IBAGUÉ (TOL)",
}
REGISTER = w.PersonFormBody(
    stage="register",
    document=DOCUMENT,
    id_type="CC",
    fields=tuple(
        w.PersonField(name, text, "", optional=name in _OPTIONAL) for name, text in TYPED.items()
    ),
    consent=CONSENT,
    agreed=True,
    agree_fault=False,
    error="",
)
PAGE_KEYS = (
    v.KeyLine("F2", "contact"),
    v.KeyLine("F3", "confirm"),
    v.KeyLine("F4", "prepaid_key"),
    v.KeyLine("F6", "secure_key"),
)
PAGE = w.PersonBody(
    holder="N••• O•••••",
    document=DOCUMENT,
    known=True,
    email="n•••@c•••.invalid",
    confirmed=False,
    landline="•••01",
    mobile="•••07",
    address="•••07",
    municipality="IBAGUÉ (TOL)",
    signs_in=True,
    has_secure_key=False,
    has_prepaid_key=False,
    mail=True,
    told="registered",
    to="",
    error="",
    keys=PAGE_KEYS,
)
WHYS = tuple(
    Choice(code, selected=code == "first")
    for code in ("first", "forgotten", "known-to-others", "wanted")
)
KEYPAD = w.CustomerKeyBody(
    stage="ready",
    purpose="set-prepaid-key",
    document=DOCUMENT,
    by_code=True,
    to="n•••@c•••.invalid",
    sent_to="",
    until="",
    whys=WHYS,
    seen=False,
    fields=(),
    key_min=6,
    key_max=32,
    error="",
    wait_s=0,
    keys=(v.KeyLine("F4", "have_code"),),
)
URI = "otpauth://totp/Dispensador%20CC%20Ejemplo:nora?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OWN_KEY = w.OwnKeyBody("present", (v.FieldLine("present", "secret", length=9),), False, "", 0)
ENROL = w.EnrolBody(
    stage="scan",
    login="nora",
    fields=(),
    size=qr_size(URI),
    runs=tuple(w.Run(*run) for run in dark_runs(URI)),
    seed="JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
    error="",
    wait_s=0,
)
PEOPLE_BODIES: tuple[w.PeopleBody, ...] = (REGISTER, PAGE, KEYPAD, OWN_KEY, ENROL)
