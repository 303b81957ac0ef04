<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_CO" sourcelanguage="en">
<context>
    <name>Accessibility</name>
    <message>
        <source>Only for your visit: the next person finds the screens as always.</source>
        <translation>Solo para su visita: la siguiente persona encuentra la pantalla de siempre.</translation>
    </message>
    <message>
        <source>See and use it better</source>
        <translation>Vea y use mejor la pantalla</translation>
    </message>
    <message>
        <source>Back to the usual screens</source>
        <translation>Volver a la pantalla de siempre</translation>
    </message>
    <message>
        <source>Use it like this</source>
        <translation>Usarla así</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>Tamaño de la letra</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Your prepaid account</source>
        <translation>Su cuenta prepago</translation>
    </message>
    <message>
        <source>See what is unfinished</source>
        <translation>Ver lo que quedó sin terminar</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar sesión</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Buy certificates</source>
        <translation>Comprar certificados</translation>
    </message>
    <message>
        <source>Asking the chamber for your balance …</source>
        <translation>Consultando su saldo en la cámara…</translation>
    </message>
    <message>
        <source>Available balance</source>
        <translation>Saldo disponible</translation>
    </message>
    <message>
        <source>%1 more is set aside for purchases that are not finished.</source>
        <translation>Además hay %1 apartados para compras sin terminar.</translation>
    </message>
    <message>
        <source>There is no prepaid account with your document yet. You can open one at the counter, or pay with the account of a company.</source>
        <translation>Su documento aún no tiene cuenta prepago. Puede abrirla en la ventanilla, o pagar con la cuenta de una empresa.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more unfinished purchase(s)</source>
        <translation>
            <numerusform>y %n compra más sin terminar</numerusform>
            <numerusform>y %n compras más sin terminar</numerusform>
        </translation>
    </message>
    <message>
        <source>Latest movements</source>
        <translation>Últimos movimientos</translation>
    </message>
    <message>
        <source>There are no movements yet.</source>
        <translation>Todavía no hay movimientos.</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Without approval</source>
        <translation>Sin aprobación</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>%1 wants to refund %2 (purchase %3).</source>
        <translation>%1 quiere devolver %2 (compra %3).</translation>
    </message>
    <message>
        <source>%1 wants to apply %2 of a bank (reference → settlement: %3).</source>
        <translation>%1 quiere aplicar %2 de un banco (referencia → liquidación: %3).</translation>
    </message>
    <message>
        <source>%1 wants to give %2 back to a bank (reference %3).</source>
        <translation>%1 quiere devolver %2 a un banco (referencia %3).</translation>
    </message>
    <message>
        <source>%1 wants to reverse %2 (receipt %3).</source>
        <translation>%1 quiere reversar %2 (recibo %3).</translation>
    </message>
    <message>
        <source>A second person has to approve</source>
        <translation>Debe aprobarlo una segunda persona</translation>
    </message>
    <message>
        <source>A supervisor or administrator signs here. Tab goes to the next field. Key and code are not shown and not kept.</source>
        <translation>Firma aquí un supervisor o administrador. Tab pasa al siguiente campo. La clave y el código no se muestran ni se guardan.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskReport</name>
    <message>
        <source>See report</source>
        <translation>Ver reporte</translation>
    </message>
    <message>
        <source>Type of document (arrows ← →)</source>
        <translation>Tipo de documento (flechas ← →)</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Hay: %1</translation>
    </message>
    <message>
        <source>Without a cashier: everybody.</source>
        <translation>Sin cajero: todos.</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Use your prepaid balance. Only what comes out printed is charged.</source>
        <translation>Use su saldo prepago. Solo se cobra lo que sale impreso.</translation>
    </message>
    <message>
        <source>Buy certificates</source>
        <translation>Comprar certificados</translation>
    </message>
    <message>
        <source>See your balance</source>
        <translation>Consulte su saldo</translation>
    </message>
    <message>
        <source>Your available money and your latest movements.</source>
        <translation>Su dinero disponible y sus últimos movimientos.</translation>
    </message>
    <message>
        <source>A code on each certificate</source>
        <translation>Un código en cada certificado</translation>
    </message>
    <message>
        <source>Anybody can check that it is authentic.</source>
        <translation>Con él, cualquiera comprueba que es auténtico.</translation>
    </message>
    <message>
        <source>Have at hand</source>
        <translation>Tenga a la mano</translation>
    </message>
    <message>
        <source>Your document number, your secure key and your prepaid key.</source>
        <translation>Su número de documento, su clave segura y su clave prepago.</translation>
    </message>
    <message>
        <source>Certificates are not sold now</source>
        <translation>Por ahora no se venden certificados</translation>
    </message>
    <message>
        <source>The machine works again by itself as soon as it is solved.</source>
        <translation>La máquina vuelve a atender sola en cuanto se resuelva.</translation>
    </message>
    <message>
        <source>The state of the machine says why.</source>
        <translation>El estado de la máquina dice por qué.</translation>
    </message>
    <message>
        <source>See your prepaid balance here.</source>
        <translation>Consulte aquí su saldo prepago.</translation>
    </message>
    <message>
        <source>Your certificate, printed here.</source>
        <translation>Su certificado, impreso aquí mismo.</translation>
    </message>
    <message>
        <source>Please come back in some minutes.</source>
        <translation>Vuelva en unos minutos.</translation>
    </message>
    <message>
        <source>The machine now</source>
        <translation>Estado de la máquina</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Toque para comenzar</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
</context>
<context>
    <name>BalanceButton</name>
    <message>
        <source>Show balance</source>
        <translation>Ver saldo</translation>
    </message>
</context>
<context>
    <name>BalanceChange</name>
    <message>
        <source>Balance now</source>
        <translation>Saldo actual</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo después</translation>
    </message>
</context>
<context>
    <name>ByteGrid</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>CartRow</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>%1 · %2 each</source>
        <translation>%1 · %2 cada uno</translation>
    </message>
</context>
<context>
    <name>CertificateTile</name>
    <message>
        <source>%1 · about %2 cm of paper</source>
        <translation>%1 · unos %2 cm de papel</translation>
    </message>
    <message>
        <source>about %1 cm of paper</source>
        <translation>unos %1 cm de papel</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What stands on a paper, or the document of who bought it or whose account paid. Every look is recorded with your name.</source>
        <translation>Lo que dice un papel, o el documento de quien lo compró o del titular de la cuenta. Cada búsqueda queda registrada con su nombre.</translation>
    </message>
    <message>
        <source>The newest ones; there are more. Search with more data to see the others.</source>
        <translation>Los más recientes; hay más. Busque con más datos para ver los otros.</translation>
    </message>
    <message>
        <source>The newest first (↑ ↓ to choose).</source>
        <translation>El más reciente primero (↑ ↓ para elegir).</translation>
    </message>
    <message>
        <source>Certificates sold</source>
        <translation>Certificados vendidos</translation>
    </message>
    <message>
        <source>Type of document (arrows ← →)</source>
        <translation>Tipo de documento (flechas ← →)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>ChallengeCard</name>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Fingerprint of this machine</source>
        <translation>Huella de esta máquina</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Reto</translation>
    </message>
</context>
<context>
    <name>ChooseCertificates</name>
    <message>
        <source>NIT %1</source>
        <translation>NIT %1</translation>
    </message>
    <message>
        <source>Registration %1</source>
        <translation>Matrícula %1</translation>
    </message>
    <message>
        <source>Which certificate do you need?</source>
        <translation>¿Qué certificado necesita?</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Review and pay</source>
        <translation>Revisar y pagar</translation>
    </message>
    <message>
        <source>Asking the chamber for its prices …</source>
        <translation>Consultando los precios en la cámara…</translation>
    </message>
    <message>
        <source>There are no certificates of this registration for sale here. Ask at the counter.</source>
        <translation>Aquí no se venden certificados de esta matrícula. Pregunte en la ventanilla.</translation>
    </message>
</context>
<context>
    <name>ChooseRegistration</name>
    <message>
        <source>Write the registration number, the NIT or part of the name.</source>
        <translation>Escriba el número de matrícula, el NIT o una parte del nombre.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for “%1”</source>
        <translation>
            <numerusform>%n resultado para «%1»</numerusform>
            <numerusform>%n resultados para «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the registrations in your name.</source>
        <translation>Estas son las matrículas a su nombre.</translation>
    </message>
    <message>
        <source>Look for a registration</source>
        <translation>Buscar una matrícula</translation>
    </message>
    <message>
        <source>Who is the certificate about?</source>
        <translation>¿De quién es el certificado?</translation>
    </message>
    <message>
        <source>See mine</source>
        <translation>Ver las mías</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message numerus="yes">
        <source>You have %n certificate(s) in your order.</source>
        <translation>
            <numerusform>Tiene %n certificado en su pedido.</numerusform>
            <numerusform>Tiene %n certificados en su pedido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for another one</source>
        <translation>Buscar otra matrícula</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>For example: Café de la Loma</source>
        <translation>Por ejemplo: Café de la Loma</translation>
    </message>
    <message>
        <source>Asking the chamber …</source>
        <translation>Consultando en la cámara…</translation>
    </message>
    <message>
        <source>There are no registrations in your name. Look for one by its name or number.</source>
        <translation>No hay matrículas a su nombre. Busque una por nombre o por número.</translation>
    </message>
    <message>
        <source>Nothing was found. Check what you typed.</source>
        <translation>No se encontró nada. Revise lo que escribió.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Closed now</source>
        <translation>Ahora está cerrado</translation>
    </message>
    <message>
        <source>It is not known yet when this machine opens again.</source>
        <translation>Aún no se sabe cuándo vuelve a abrir este dispensador.</translation>
    </message>
    <message>
        <source>This machine opens %1</source>
        <translation>Este dispensador abre %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Nothing of yours is lost: a recovery code stays good, here from the opening on and at any dispenser of the chamber that is open.</source>
        <translation>Nada suyo se pierde: un código de recuperación sigue valiendo, aquí desde que abra y en cualquier dispensador de la cámara que esté abierto.</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Ayuda: %1</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Done counting</source>
        <translation>Terminar el conteo</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar el turno</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>Guardar la explicación</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Type how many notes and coins of each there are. Tab goes to the next one. What is expected is told afterwards.</source>
        <translation>Escriba cuántos billetes y monedas hay de cada uno. Tab pasa al siguiente. Lo esperado se muestra después.</translation>
    </message>
    <message>
        <source>The count cannot be changed afterwards.</source>
        <translation>Después no se puede cambiar el conteo.</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>Turno cerrado</translation>
    </message>
    <message>
        <source>Close with this count?</source>
        <translation>¿Cerrar con este conteo?</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>Cuente el dinero de la caja</translation>
    </message>
    <message>
        <source>Shift closed provisionally</source>
        <translation>Turno cerrado provisionalmente</translation>
    </message>
    <message>
        <source>Notes and coins</source>
        <translation>Billetes y monedas</translation>
    </message>
    <message>
        <source>Vouchers, by their sums</source>
        <translation>Comprobantes, por su suma</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Comprobantes</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) not confirmed by the chamber. Ask about payments first (Esc, F6); what was printed is sent by itself. If you close now, the close says so.</source>
        <translation>
            <numerusform>%n movimiento sin confirmar por la cámara. Pregunte primero por los pagos (Esc, F6); lo impreso se envía solo. Si cierra ahora, el cierre lo dirá.</numerusform>
            <numerusform>%n movimientos sin confirmar por la cámara. Pregunte primero por los pagos (Esc, F6); lo impreso se envía solo. Si cierra ahora, el cierre lo dirá.</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed in: the chamber has the count that was noted without connection. This is what it computed.</source>
        <translation>Entregado: la cámara ya tiene el conteo que se anotó sin conexión. Esto es lo que ella calculó.</translation>
    </message>
    <message numerus="yes">
        <source>Closed with %n movement(s) not confirmed. A supervisor computes the close again when they are known.</source>
        <translation>
            <numerusform>Cerrado con %n movimiento sin confirmar. Un supervisor recalcula el cierre cuando se conozca.</numerusform>
            <numerusform>Cerrado con %n movimientos sin confirmar. Un supervisor recalcula el cierre cuando se conozcan.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no connection. F7 closes it with this count on this computer alone, marked as provisional; the count cannot be changed afterwards.</source>
        <translation>No hay conexión. F7 lo cierra con este conteo solo en este computador, marcado como provisional; después el conteo no se puede cambiar.</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Everything agrees</source>
        <translation>Todo cuadra</translation>
    </message>
    <message>
        <source>There is too much</source>
        <translation>Sobra dinero</translation>
    </message>
    <message>
        <source>It does not agree</source>
        <translation>No cuadra</translation>
    </message>
    <message>
        <source>Provisional: expected is what this computer knows. The chamber computes it again when there is a connection, and what differs becomes a close of its own.</source>
        <translation>Provisional: lo esperado es lo que sabe este computador. La cámara lo recalcula cuando haya conexión, y lo que difiera queda como un cierre aparte.</translation>
    </message>
    <message>
        <source>Explained: %1</source>
        <translation>Explicación: %1</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Nothing is charged until each certificate comes out printed.</source>
        <translation>Nada se cobra hasta que cada certificado sale impreso.</translation>
    </message>
    <message>
        <source>Write the NIT of the company, with its check digit.</source>
        <translation>Escriba el NIT de la empresa con su dígito de verificación.</translation>
    </message>
    <message>
        <source>It is the key of the prepaid account, not your secure key.</source>
        <translation>Es la clave de la cuenta prepago. No es su clave segura.</translation>
    </message>
    <message>
        <source>If you buy again, it is charged again.</source>
        <translation>Si lo compra otra vez, se cobra otra vez.</translation>
    </message>
    <message>
        <source>Check your order</source>
        <translation>Revise su pedido</translation>
    </message>
    <message>
        <source>Which company pays?</source>
        <translation>¿Qué empresa paga?</translation>
    </message>
    <message>
        <source>Type the prepaid key</source>
        <translation>Escriba la clave prepago</translation>
    </message>
    <message>
        <source>You bought this a few minutes ago</source>
        <translation>Usted compró esto hace pocos minutos</translation>
    </message>
    <message>
        <source>Pay from a company&apos;s account</source>
        <translation>Pagar con la cuenta de una empresa</translation>
    </message>
    <message>
        <source>Pay from my account</source>
        <translation>Pagar con mi cuenta</translation>
    </message>
    <message>
        <source>Pay and print</source>
        <translation>Pagar e imprimir</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Usar esta cuenta</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Pay %1 and print</source>
        <translation>Pagar %1 e imprimir</translation>
    </message>
    <message>
        <source>Do not buy again</source>
        <translation>No comprar otra vez</translation>
    </message>
    <message>
        <source>Buy again for %1</source>
        <translation>Comprar otra vez por %1</translation>
    </message>
    <message>
        <source>NIT of the company</source>
        <translation>NIT de la empresa</translation>
    </message>
    <message>
        <source>You will need the prepaid key of that company.</source>
        <translation>Necesitará la clave prepago de esa empresa.</translation>
    </message>
    <message>
        <source>Paid from your account</source>
        <translation>Se paga con su cuenta</translation>
    </message>
    <message>
        <source>Paid from the account %1</source>
        <translation>Se paga con la cuenta %1</translation>
    </message>
    <message>
        <source>If the earlier one did not come out, do not buy again: ask at the counter with its code.</source>
        <translation>Si el anterior no salió, no compre otra vez: pregunte en la ventanilla con su código.</translation>
    </message>
</context>
<context>
    <name>CopyPrinting</name>
    <message>
        <source>Printing goes on by itself as soon as it is solved.</source>
        <translation>La impresión sigue sola en cuanto se resuelva.</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>falta cerca de %n segundo</numerusform>
            <numerusform>faltan unos %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait until the screen says how it ended.</source>
        <translation>Espere a que la pantalla diga cómo terminó.</translation>
    </message>
    <message>
        <source>Printing is waiting</source>
        <translation>La impresión está en espera</translation>
    </message>
    <message>
        <source>The copy is being made</source>
        <translation>Se está haciendo la copia</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>%1 charged</source>
        <translation>cobrado %1</translation>
    </message>
    <message>
        <source>%1 set aside</source>
        <translation>apartado %1</translation>
    </message>
    <message>
        <source>%1 · copy %2</source>
        <translation>%1 · copia %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
</context>
<context>
    <name>CopyTexts</name>
    <message>
        <source>Valid</source>
        <translation>Válido</translation>
    </message>
    <message>
        <source>In process</source>
        <translation>En proceso</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Anulado</translation>
    </message>
    <message>
        <source>The copy was printed</source>
        <translation>La copia se imprimió</translation>
    </message>
    <message>
        <source>The copy was saved</source>
        <translation>La copia se guardó</translation>
    </message>
    <message>
        <source>The copy is there</source>
        <translation>La copia salió</translation>
    </message>
    <message>
        <source>The copy did not come out</source>
        <translation>La copia no salió</translation>
    </message>
    <message>
        <source>It is not known whether the copy came out</source>
        <translation>No se sabe si la copia salió</translation>
    </message>
    <message>
        <source>It came out and is counted. It says COPIA and carries the same verification code. Nothing is charged.</source>
        <translation>Salió y está contada. Dice COPIA y lleva el mismo código de verificación. No se cobra nada.</translation>
    </message>
    <message>
        <source>It is counted. Print it from its file: it says COPIA and carries the same verification code. Nothing is charged.</source>
        <translation>Está contada. Imprímala desde su archivo: dice COPIA y lleva el mismo código de verificación. No se cobra nada.</translation>
    </message>
    <message>
        <source>It says COPIA and nothing is charged. The chamber did not answer: it counts the copy as soon as there is a connection.</source>
        <translation>Dice COPIA y no se cobra nada. La cámara no respondió: contará la copia apenas haya conexión.</translation>
    </message>
    <message>
        <source>No copy came out, none is counted and nothing is charged. You can try again with F7.</source>
        <translation>No salió ninguna copia, no se cuenta ninguna y no se cobra nada. Puede intentarlo otra vez con F7.</translation>
    </message>
    <message>
        <source>The printer does not prove whether the paper came out. Look at it and decide it under Pending, with what you see. Nothing is charged.</source>
        <translation>La impresora no demuestra si el papel salió. Mírela y decídalo en Pendientes, con lo que vea. No se cobra nada.</translation>
    </message>
</context>
<context>
    <name>CopyTold</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Print the copy</source>
        <translation>Imprimir la copia</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Guardar la copia</translation>
    </message>
    <message>
        <source>It comes out marked COPIA, with the same verification code. It is free, and counted.</source>
        <translation>Sale marcada COPIA, con el mismo código de verificación. Es gratis y se cuenta.</translation>
    </message>
    <message>
        <source>This computer has no receipt printer: it is saved as PDF, marked COPIA, with the same verification code. It is free, and counted.</source>
        <translation>Este computador no tiene impresora de recibos: se guarda en PDF, marcada COPIA, con el mismo código de verificación. Es gratis y se cuenta.</translation>
    </message>
    <message>
        <source>Print a certificate again</source>
        <translation>Reimprimir un certificado</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>Another customer</source>
        <translation>Otro cliente</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Load money</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Type the document of the account&apos;s owner. Every look at an account is recorded with your name.</source>
        <translation>Escriba el documento del titular de la cuenta. Cada consulta queda registrada con su nombre.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Type of document (arrows ← →)</source>
        <translation>Tipo de documento (flechas ← →)</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Latest movements</source>
        <translation>Últimos movimientos</translation>
    </message>
    <message>
        <source>No certificate can be sold here now: %1</source>
        <translation>Aquí no se pueden vender certificados ahora: %1</translation>
    </message>
    <message>
        <source>Without an open shift no money is taken or given back.</source>
        <translation>Sin un turno abierto no se recibe ni se devuelve dinero.</translation>
    </message>
    <message>
        <source>Payments at the desk (↑ ↓ to choose)</source>
        <translation>Pagos en caja (↑ ↓ para elegir)</translation>
    </message>
    <message>
        <source>Payments at the desk: none yet</source>
        <translation>Pagos en caja: todavía ninguno</translation>
    </message>
</context>
<context>
    <name>CustomerKey</name>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Enviar el código</translation>
    </message>
    <message>
        <source>Why (arrows ← →; it is kept with your name)</source>
        <translation>Por qué (flechas ← →; queda con su nombre)</translation>
    </message>
    <message>
        <source>A code of six digits goes to %1. Only its owner reads it.</source>
        <translation>Un código de seis dígitos va a %1. Solo lo lee su dueño.</translation>
    </message>
    <message>
        <source>I have the customer&apos;s document in my hand: it is theirs (%1)</source>
        <translation>Tengo en la mano el documento del cliente: es suyo (%1)</translation>
    </message>
    <message>
        <source>The newest code that came by mail; an older one is worth nothing.</source>
        <translation>El último código que llegó por correo; uno anterior no sirve.</translation>
    </message>
    <message>
        <source>It went to %1. It is good until %2</source>
        <translation>Se envió a %1. Sirve hasta %2</translation>
    </message>
    <message>
        <source>Only dots are shown. Enter ends it, Backspace takes one sign away.</source>
        <translation>Solo se ven puntos. Enter termina; Retroceso borra un signo.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentarlo otra vez en %n segundo.</numerusform>
            <numerusform>Puede intentarlo otra vez en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The customer types on the keypad. Please look away; do not let anybody tell you the key.</source>
        <translation>El cliente escribe en el teclado. Mire a otro lado, por favor; que nadie le diga la clave.</translation>
    </message>
    <message>
        <source>What a key has to be</source>
        <translation>Cómo debe ser una clave</translation>
    </message>
    <message>
        <source>From %1 to %2 signs: numbers, letters or both</source>
        <translation>De %1 a %2 signos: números, letras o ambos</translation>
    </message>
    <message>
        <source>At least four different ones, not in a row (123456)</source>
        <translation>Al menos cuatro distintos, que no sean seguidos (123456)</translation>
    </message>
    <message>
        <source>Not the number of the document</source>
        <translation>Que no sea el número del documento</translation>
    </message>
    <message>
        <source>Typed twice, the same</source>
        <translation>Escrita dos veces, igual</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Open it again</source>
        <translation>Reabrir turno</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>Recalcular</translation>
    </message>
    <message>
        <source>Its closes stay as they are; the next one is added to them. The cashier sees your name and the reason.</source>
        <translation>Sus cierres quedan como están; el siguiente se agrega a ellos. El cajero ve su nombre y el motivo.</translation>
    </message>
    <message>
        <source>The last count against what the ledger says by now. What differs becomes a close of its own; nothing is changed.</source>
        <translation>El último conteo contra lo que el libro dice ahora. Lo que difiera queda como un cierre aparte; nada se modifica.</translation>
    </message>
    <message>
        <source>Open a shift again</source>
        <translation>Reabrir un turno</translation>
    </message>
    <message>
        <source>Recompute a close</source>
        <translation>Recalcular un cierre</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
</context>
<context>
    <name>DeskChange</name>
    <message>
        <source>Change to give</source>
        <translation>Cambio por entregar</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Cashier&apos;s desk</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Caja %1</translation>
    </message>
    <message>
        <source>Asking the chamber …</source>
        <translation>Consultando a la cámara …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>DeskTexts</name>
    <message>
        <source>Day (day/month/year)</source>
        <translation>Día (día/mes/año)</translation>
    </message>
    <message>
        <source>From (day/month/year)</source>
        <translation>Desde (día/mes/año)</translation>
    </message>
    <message>
        <source>Until (day/month/year)</source>
        <translation>Hasta (día/mes/año)</translation>
    </message>
    <message>
        <source>Dispenser</source>
        <translation>Dispensador</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número del recibo</translation>
    </message>
    <message>
        <source>Code on the certificate, number or recovery code of the order, or receipt number</source>
        <translation>Código del certificado, número o código de recuperación de la orden, o número del recibo</translation>
    </message>
    <message>
        <source>Money in the drawer before the first payment</source>
        <translation>Dinero en la caja antes del primer pago</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Número de documento</translation>
    </message>
    <message>
        <source>Number or recovery code of the settlement</source>
        <translation>Número o código de recuperación de la liquidación</translation>
    </message>
    <message>
        <source>Amount to load</source>
        <translation>Valor de la recarga</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Efectivo recibido</translation>
    </message>
    <message>
        <source>Number of the registration</source>
        <translation>Número de la matrícula</translation>
    </message>
    <message>
        <source>Prepaid key of the customer</source>
        <translation>Clave prepago del cliente</translation>
    </message>
    <message>
        <source>Number of the voucher, cheque or deposit</source>
        <translation>Número del comprobante, cheque o consignación</translation>
    </message>
    <message>
        <source>Reason (it is kept for ever with your name; no customer&apos;s data)</source>
        <translation>Motivo (queda para siempre con su nombre; sin datos del cliente)</translation>
    </message>
    <message>
        <source>User of the cashier</source>
        <translation>Usuario del cajero</translation>
    </message>
    <message>
        <source>User of the second person</source>
        <translation>Usuario de la segunda persona</translation>
    </message>
    <message>
        <source>Your user</source>
        <translation>Su usuario</translation>
    </message>
    <message>
        <source>Staff key</source>
        <translation>Clave de funcionario</translation>
    </message>
    <message>
        <source>Code of the authenticator</source>
        <translation>Código del autenticador</translation>
    </message>
    <message>
        <source>Cheques</source>
        <translation>Cheques</translation>
    </message>
    <message>
        <source>Debit card</source>
        <translation>Tarjeta débito</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>Tarjeta crédito</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Consignaciones</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>Abrir turno</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Without answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>Cerrar turno</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Open without connection</source>
        <translation>Abrir sin conexión</translation>
    </message>
    <message>
        <source>Close without connection</source>
        <translation>Cerrar sin conexión</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>Enviar por correo</translation>
    </message>
    <message>
        <source>Report of the close</source>
        <translation>Reporte del cierre</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Guardar CSV</translation>
    </message>
    <message>
        <source>Save Excel</source>
        <translation>Guardar Excel</translation>
    </message>
    <message>
        <source>Reopen shift</source>
        <translation>Reabrir turno</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>Recalcular</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Register this customer</source>
        <translation>Registrar a este cliente</translation>
    </message>
    <message>
        <source>Data and keys</source>
        <translation>Datos y claves</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Cambiar datos</translation>
    </message>
    <message>
        <source>Confirm mail</source>
        <translation>Confirmar correo</translation>
    </message>
    <message>
        <source>Prepaid key</source>
        <translation>Clave prepago</translation>
    </message>
    <message>
        <source>Secure key</source>
        <translation>Clave segura</translation>
    </message>
    <message>
        <source>There is a code already</source>
        <translation>Ya hay un código</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mi clave</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Enter without connection</source>
        <translation>Entrar sin conexión</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Liquidación</translation>
    </message>
    <message>
        <source>New settlement</source>
        <translation>Nueva liquidación</translation>
    </message>
    <message>
        <source>Another settlement</source>
        <translation>Otra liquidación</translation>
    </message>
    <message>
        <source>Payments of banks</source>
        <translation>Pagos de bancos</translation>
    </message>
    <message>
        <source>Bank slip</source>
        <translation>Volante</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Reverse payment</source>
        <translation>Reversar pago</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Imprimir copia</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Its certificates</source>
        <translation>Sus certificados</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vender</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Gasto</translation>
    </message>
    <message>
        <source>Another registration</source>
        <translation>Otra matrícula</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Una más</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Una menos</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Consignación</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Citizenship card</source>
        <translation>Cédula de ciudadanía</translation>
    </message>
    <message>
        <source>NIT</source>
        <translation>NIT</translation>
    </message>
    <message>
        <source>Foreigner&apos;s card</source>
        <translation>Cédula de extranjería</translation>
    </message>
    <message>
        <source>Minor&apos;s card</source>
        <translation>Tarjeta de identidad</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pasaporte</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>Escriba el valor.</translation>
    </message>
    <message>
        <source>Type the number of the registration.</source>
        <translation>Escriba el número de la matrícula.</translation>
    </message>
    <message>
        <source>Choose at least one certificate: F3 puts one more into the order.</source>
        <translation>Escoja al menos un certificado: F3 agrega uno al pedido.</translation>
    </message>
    <message>
        <source>An order has at most ten copies.</source>
        <translation>Un pedido tiene como máximo diez copias.</translation>
    </message>
    <message>
        <source>This order is too large. Sell it in two parts.</source>
        <translation>Este pedido es demasiado grande. Véndalo en dos partes.</translation>
    </message>
    <message>
        <source>A price has changed. Choose again and tell the customer the new total.</source>
        <translation>Un precio cambió. Escoja de nuevo y diga al cliente el nuevo total.</translation>
    </message>
    <message>
        <source>One of the certificates is not sold any more. Choose again.</source>
        <translation>Uno de los certificados ya no se vende. Escoja de nuevo.</translation>
    </message>
    <message>
        <source>The balance of the prepaid account is not enough.</source>
        <translation>El saldo de la cuenta prepago no alcanza.</translation>
    </message>
    <message>
        <source>The customer has to type the prepaid key.</source>
        <translation>El cliente debe escribir la clave prepago.</translation>
    </message>
    <message>
        <source>The prepaid key is not right. The customer may try again.</source>
        <translation>La clave prepago no es correcta. El cliente puede intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The customer did not want it a second time. Nothing was printed.</source>
        <translation>El cliente no lo quiso por segunda vez. No se imprimió nada.</translation>
    </message>
    <message>
        <source>Type how much the customer hands over.</source>
        <translation>Escriba cuánto entrega el cliente.</translation>
    </message>
    <message>
        <source>What was received is less than the amount.</source>
        <translation>Lo recibido es menos que el valor.</translation>
    </message>
    <message>
        <source>Type the number of the voucher, cheque or deposit.</source>
        <translation>Escriba el número del comprobante, cheque o consignación.</translation>
    </message>
    <message>
        <source>Type the reason: it is kept with your name.</source>
        <translation>Escriba el motivo: queda con su nombre.</translation>
    </message>
    <message>
        <source>Choose first what is to be done.</source>
        <translation>Elija primero qué se hace.</translation>
    </message>
    <message>
        <source>The chamber never received it: nothing was done. You can send it now.</source>
        <translation>A la cámara nunca llegó: no se hizo nada. Puede enviarlo ahora.</translation>
    </message>
    <message>
        <source>Nobody approves their own. Somebody else has to sign.</source>
        <translation>Nadie aprueba lo suyo. Debe firmar otra persona.</translation>
    </message>
    <message>
        <source>User, key and the six digits of the code are needed.</source>
        <translation>Hacen falta el usuario, la clave y los seis dígitos del código.</translation>
    </message>
    <message>
        <source>Type the number or the recovery code.</source>
        <translation>Escriba el número o el código de recuperación.</translation>
    </message>
    <message>
        <source>No settlement has this number or code.</source>
        <translation>Ninguna liquidación tiene ese número o código.</translation>
    </message>
    <message>
        <source>The chamber does not take this amount: it is out of its limits.</source>
        <translation>La cámara no recibe ese valor: está fuera de sus límites.</translation>
    </message>
    <message>
        <source>The chamber did not take it: it is not at this desk any more, or the shift is closed. If the customer handed over money, give it back.</source>
        <translation>La cámara no lo recibió: la liquidación ya no está en esta caja o el turno está cerrado. Si el cliente entregó dinero, devuélvalo.</translation>
    </message>
    <message>
        <source>Another desk has it. Do not take money for it.</source>
        <translation>La tiene otra caja. No reciba dinero por ella.</translation>
    </message>
    <message>
        <source>The chamber did not do it: the amount is another one, or there is no money to be moved.</source>
        <translation>La cámara no lo hizo: el valor es otro, o no hay dinero que mover.</translation>
    </message>
    <message>
        <source>It can no longer be paid here: look at its state. If the customer handed over money, give it back.</source>
        <translation>Ya no se puede pagar aquí: mire su estado. Si el cliente entregó dinero, devuélvalo.</translation>
    </message>
    <message>
        <source>Who has it is signed in and its payment may be on the way. Ask that cashier to end it or let it go.</source>
        <translation>Quien la tiene está en sesión y su pago puede venir en camino. Pídale que lo termine o que la suelte.</translation>
    </message>
    <message>
        <source>Nothing has this code.</source>
        <translation>Nada tiene este código.</translation>
    </message>
    <message>
        <source>Type a number, a document or a day.</source>
        <translation>Escriba un número, un documento o un día.</translation>
    </message>
    <message>
        <source>Type a code, a number or a document.</source>
        <translation>Escriba un código, un número o un documento.</translation>
    </message>
    <message>
        <source>This certificate is void: it was never charged, or its money went back. It is not printed again.</source>
        <translation>Este certificado está anulado: nunca se cobró o su dinero se devolvió. No se reimprime.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether this certificate came out. Decide it first under Pending.</source>
        <translation>Aún no se sabe si este certificado salió. Decídalo primero en Pendientes.</translation>
    </message>
    <message>
        <source>It has been printed again as often as the chamber allows. Sell a new one.</source>
        <translation>Ya se reimprimió las veces que la cámara permite. Venda uno nuevo.</translation>
    </message>
    <message>
        <source>Type the number as it is printed: C01-000007.</source>
        <translation>Escriba el número como está impreso: C01-000007.</translation>
    </message>
    <message>
        <source>The chamber sends no mail at the moment.</source>
        <translation>La cámara no envía correo en este momento.</translation>
    </message>
    <message>
        <source>The chamber has no mail address of this customer.</source>
        <translation>La cámara no tiene un correo de este cliente.</translation>
    </message>
    <message>
        <source>Type a day like 21/11/2026.</source>
        <translation>Escriba un día como 21/11/2026.</translation>
    </message>
    <message>
        <source>Type the first day like 21/11/2026.</source>
        <translation>Escriba el primer día como 21/11/2026.</translation>
    </message>
    <message>
        <source>Type the last day like 21/11/2026.</source>
        <translation>Escriba el último día como 21/11/2026.</translation>
    </message>
    <message>
        <source>The first day comes before the last one, and they are at most a year apart.</source>
        <translation>El primer día va antes del último, y entre ellos hay un año como máximo.</translation>
    </message>
    <message>
        <source>There is no dispenser of this name.</source>
        <translation>No hay un dispensador con ese nombre.</translation>
    </message>
    <message>
        <source>Type the document number.</source>
        <translation>Escriba el número de documento.</translation>
    </message>
    <message>
        <source>The number has too few or too many digits.</source>
        <translation>El número tiene dígitos de menos o de más.</translation>
    </message>
    <message>
        <source>This document has only numbers.</source>
        <translation>Este documento solo tiene números.</translation>
    </message>
    <message>
        <source>The number does not start with zero.</source>
        <translation>El número no empieza por cero.</translation>
    </message>
    <message>
        <source>The last digit of the NIT does not match the others.</source>
        <translation>El último dígito del NIT no corresponde a los demás.</translation>
    </message>
    <message>
        <source>Nobody has a prepaid account with this document.</source>
        <translation>Nadie tiene una cuenta de prepago con este documento.</translation>
    </message>
    <message>
        <source>The chamber does not allow it: the amount is out of its limits, the money was spent or taken back before, or the shift is closed.</source>
        <translation>La cámara no lo permite: el valor está fuera de los límites, el dinero ya se gastó o se devolvió, o el turno está cerrado.</translation>
    </message>
    <message>
        <source>This user has no permission for it.</source>
        <translation>Este usuario no tiene permiso para hacerlo.</translation>
    </message>
    <message>
        <source>A second person has to approve it.</source>
        <translation>Debe aprobarlo una segunda persona.</translation>
    </message>
    <message>
        <source>Somebody has decided already.</source>
        <translation>Alguien ya decidió.</translation>
    </message>
    <message>
        <source>User, key or code are not right. Wait for the next code and type both again.</source>
        <translation>El usuario, la clave o el código no son correctos. Espere el código siguiente y escriba ambos de nuevo.</translation>
    </message>
    <message>
        <source>There were several failed tries. Wait a little.</source>
        <translation>Hubo varios intentos fallidos. Espere un poco.</translation>
    </message>
    <message>
        <source>This user is blocked. An administrator can hand over a new key.</source>
        <translation>Este usuario está bloqueado. Un administrador le puede entregar una clave nueva.</translation>
    </message>
    <message>
        <source>This user has no authenticator yet.</source>
        <translation>Este usuario todavía no tiene autenticador.</translation>
    </message>
    <message>
        <source>The chamber does not know it.</source>
        <translation>La cámara no lo conoce.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber. Without it no money is moved.</source>
        <translation>No hay conexión con la cámara. Sin ella no se mueve dinero.</translation>
    </message>
    <message>
        <source>The chamber&apos;s service does not answer. Without it no money is moved.</source>
        <translation>El servicio de la cámara no responde. Sin él no se mueve dinero.</translation>
    </message>
    <message>
        <source>The chamber does not accept this computer.</source>
        <translation>La cámara no acepta este computador.</translation>
    </message>
    <message>
        <source>This computer cannot save its notes, so nothing was sent.</source>
        <translation>Este computador no puede guardar sus notas, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Something failed. Look at it before you go on.</source>
        <translation>Algo falló. Revíselo antes de seguir.</translation>
    </message>
    <message>
        <source>It was interrupted: the money is set aside, the paper is uncertain</source>
        <translation>Se interrumpió: el dinero está apartado, no se sabe si salió el papel</translation>
    </message>
    <message>
        <source>Its dispenser does not report; the money is set aside</source>
        <translation>Su dispensador no informa; el dinero está apartado</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Not charged; the money went back</source>
        <translation>No cobrado; el dinero volvió a la cuenta</translation>
    </message>
    <message>
        <source>It was charged late, when the money had been let go</source>
        <translation>Se cobró tarde, cuando el dinero ya se había liberado</translation>
    </message>
    <message>
        <source>The paper came out although it had been made void</source>
        <translation>El papel salió aunque ya se había anulado</translation>
    </message>
    <message>
        <source>A charge came without a purchase that is known</source>
        <translation>Llegó un cobro sin una compra conocida</translation>
    </message>
    <message>
        <source>It was cancelled after it had been charged</source>
        <translation>Se anuló después de haberse cobrado</translation>
    </message>
    <message>
        <source>Another dispenser asked about it</source>
        <translation>Otro dispensador preguntó por ella</translation>
    </message>
    <message>
        <source>A stopped dispenser charged it; an administrator judges that</source>
        <translation>La cobró un dispensador detenido; lo decide un administrador</translation>
    </message>
    <message>
        <source>It has been open for too long</source>
        <translation>Lleva demasiado tiempo abierta</translation>
    </message>
    <message>
        <source>There seem to be two of its dispenser</source>
        <translation>Parece haber dos dispensadores iguales</translation>
    </message>
    <message>
        <source>Money set aside for printing</source>
        <translation>Dinero apartado para imprimir</translation>
    </message>
    <message>
        <source>The dispenser reported that it was printed</source>
        <translation>El dispensador informó que se imprimió</translation>
    </message>
    <message>
        <source>Taken over by another dispenser</source>
        <translation>La retomó otro dispensador</translation>
    </message>
    <message>
        <source>The dispenser reported that it was not printed</source>
        <translation>El dispensador informó que no se imprimió</translation>
    </message>
    <message>
        <source>The dispenser cancelled it</source>
        <translation>El dispensador la canceló</translation>
    </message>
    <message>
        <source>A refund was decided</source>
        <translation>Se decidió una devolución</translation>
    </message>
    <message>
        <source>Printed again as a copy</source>
        <translation>Se imprimió de nuevo como copia</translation>
    </message>
    <message>
        <source>Staff: the paper came out</source>
        <translation>Funcionario: el papel salió</translation>
    </message>
    <message>
        <source>Staff: the paper did not come out</source>
        <translation>Funcionario: el papel no salió</translation>
    </message>
    <message>
        <source>Charged to the account</source>
        <translation>Cobrado a la cuenta</translation>
    </message>
    <message>
        <source>Back in the account</source>
        <translation>De vuelta en la cuenta</translation>
    </message>
    <message>
        <source>Correction in the account</source>
        <translation>Corrección en la cuenta</translation>
    </message>
    <message>
        <source>Another entry of the trail</source>
        <translation>Otra anotación del registro</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Without news</source>
        <translation>Sin noticias</translation>
    </message>
    <message>
        <source>Not authorised</source>
        <translation>No autorizado</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>No cobrado</translation>
    </message>
    <message>
        <source>Made void by staff</source>
        <translation>Anulado por un funcionario</translation>
    </message>
    <message>
        <source>The paper came out: charge it</source>
        <translation>El papel salió: cobrarlo</translation>
    </message>
    <message>
        <source>The paper did not come out: give the money back</source>
        <translation>El papel no salió: devolver el dinero</translation>
    </message>
    <message>
        <source>Refund what was charged</source>
        <translation>Devolver lo cobrado</translation>
    </message>
    <message>
        <source>It is noted that the paper came out. Its dispenser charges it.</source>
        <translation>Quedó anotado que el papel salió. Su dispensador lo cobra.</translation>
    </message>
    <message>
        <source>The money is free again in the customer&apos;s account.</source>
        <translation>El dinero está libre de nuevo en la cuenta del cliente.</translation>
    </message>
    <message>
        <source>The money is back in the customer&apos;s account. The certificate is void.</source>
        <translation>El dinero volvió a la cuenta del cliente. El certificado queda anulado.</translation>
    </message>
    <message>
        <source>Recharge</source>
        <translation>Recarga</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Devolución</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Reversado</translation>
    </message>
    <message>
        <source>The paper is on its way …</source>
        <translation>El papel está en camino …</translation>
    </message>
    <message>
        <source>The paper was printed.</source>
        <translation>El papel se imprimió.</translation>
    </message>
    <message>
        <source>The paper was saved as %1.</source>
        <translation>El papel se guardó como %1.</translation>
    </message>
    <message>
        <source>The paper was printed and saved as %1.</source>
        <translation>El papel se imprimió y se guardó como %1.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>The paper could not be printed: %1 The money is not touched by that; print it again.</source>
        <translation>No se pudo imprimir el papel: %1 El dinero no cambia por eso; imprímalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n certificate(s) printed.</source>
        <translation>
            <numerusform>%n certificado impreso.</numerusform>
            <numerusform>%n certificados impresos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not forget to take your papers.</source>
        <translation>No olvide retirar sus papeles.</translation>
    </message>
    <message>
        <source>Done, take your certificates</source>
        <translation>Listo, retire sus certificados</translation>
    </message>
    <message>
        <source>Done, take your certificate</source>
        <translation>Listo, retire su certificado</translation>
    </message>
    <message>
        <source>Print the receipt again</source>
        <translation>Imprimir de nuevo el recibo</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Imprimir recibo</translation>
    </message>
    <message>
        <source>Finish without receipt</source>
        <translation>Terminar sin recibo</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>No cobrado</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>Saldo actual</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Número de pedido</translation>
    </message>
    <message>
        <source>The charge is still being recorded. You need not wait.</source>
        <translation>El cobro se está registrando. No hace falta que espere.</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Sign in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Sign in with your user, your staff key and the code of your authenticator.</source>
        <translation>Entre con su usuario, su clave de funcionario y el código de su autenticador.</translation>
    </message>
    <message>
        <source>Cashier&apos;s desk</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Your user</source>
        <translation>Su usuario</translation>
    </message>
    <message>
        <source>Your staff key</source>
        <translation>Su clave de funcionario</translation>
    </message>
    <message>
        <source>Code of your authenticator</source>
        <translation>Código de su autenticador</translation>
    </message>
    <message>
        <source>Enter without connection</source>
        <translation>Entrar sin conexión</translation>
    </message>
    <message>
        <source>Read this out by telephone</source>
        <translation>Dicte esto por teléfono</translation>
    </message>
    <message>
        <source>Lower-case letters and numbers, as it was given to you.</source>
        <translation>Letras minúsculas y números, como se lo entregaron.</translation>
    </message>
    <message>
        <source>Cover the keyboard with your hand. It is not shown.</source>
        <translation>Cubra el teclado con la mano. No se muestra.</translation>
    </message>
    <message>
        <source>Six digits. Each code is good for one sign-in only.</source>
        <translation>Seis dígitos. Cada código sirve para un solo ingreso.</translation>
    </message>
    <message>
        <source>Ask for a challenge</source>
        <translation>Pedir un reto</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>You work as (arrows ← →)</source>
        <translation>Usted trabaja como (flechas ← →)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Fingerprint of this computer</source>
        <translation>Huella de este computador</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody touched anything for a while, so the desk was locked. What was typed is gone; no money was moved.</source>
        <translation>Nadie tocó nada durante un rato y la caja se bloqueó. Lo escrito se borró; no se movió dinero.</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again. What was open or noted here has stayed.</source>
        <translation>La sesión terminó. Vuelva a entrar. Lo que estaba abierto o anotado aquí sigue como estaba.</translation>
    </message>
    <message>
        <source>There is connection with the chamber again. Sign in: what was noted here is handed in then.</source>
        <translation>Hay conexión con la cámara otra vez. Entre: lo que se anotó aquí se entrega al entrar.</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Back to the door</source>
        <translation>Volver al ingreso</translation>
    </message>
    <message>
        <source>I have it: sign in</source>
        <translation>Ya lo tengo: ingresar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>With the key that an administrator handed over to you. It is good for this once.</source>
        <translation>Con la clave que le entregó un administrador. Sirve solo para esto.</translation>
    </message>
    <message>
        <source>It is shown this once. Its first code is asked at the door.</source>
        <translation>Se muestra una sola vez. Al ingresar se pide su primer código.</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>La primera vez</translation>
    </message>
    <message>
        <source>Eight signs or more, not your user, not one sign again and again.</source>
        <translation>Ocho signos o más; ni su usuario ni el mismo signo repetido.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentarlo otra vez en %n segundo.</numerusform>
            <numerusform>Puede intentarlo otra vez en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>1. Open the authenticator on your telephone.</source>
        <translation>1. Abra el autenticador en su teléfono.</translation>
    </message>
    <message>
        <source>2. Add an account and read this symbol.</source>
        <translation>2. Agregue una cuenta y lea este símbolo.</translation>
    </message>
    <message>
        <source>3. Press Enter here, and sign in with your new key and the code it shows.</source>
        <translation>3. Presione Enter aquí e ingrese con su clave nueva y el código que aparece.</translation>
    </message>
    <message>
        <source>Without a camera: type this into the authenticator</source>
        <translation>Sin cámara: escriba esto en el autenticador</translation>
    </message>
    <message>
        <source>Nobody else may see or photograph this. Whoever has it has your second factor.</source>
        <translation>Nadie más puede ver ni fotografiar esto. Quien lo tenga, tiene su segundo factor.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Not all of it could be printed</source>
        <translation>No se pudo imprimir todo</translation>
    </message>
    <message>
        <source>It could not be finished</source>
        <translation>No se pudo terminar</translation>
    </message>
    <message>
        <source>Your recovery code. With it, or with your key, you go on at any dispenser.</source>
        <translation>Su código de recuperación. Con él, o con su clave, continúa en cualquier dispensador.</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar sesión</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Your recovery code. Write it down or take a picture.</source>
        <translation>Su código de recuperación. Anótelo o tómele una foto.</translation>
    </message>
    <message>
        <source>Ask at the counter of the chamber.</source>
        <translation>Pregunte en la ventanilla de la cámara.</translation>
    </message>
    <message>
        <source>Ask at the counter of the chamber or call %1.</source>
        <translation>Pregunte en la ventanilla de la cámara o llame al %1.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
</context>
<context>
    <name>FaultTile</name>
    <message>
        <source>Set</source>
        <translation>Puesta</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Una vez</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Choose one of these services.</source>
        <translation>Elija uno de estos servicios.</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Nobody from the chamber will ask for your keys. Cover the screen while you type them.</source>
        <translation>Nadie de la cámara le pedirá sus claves. Cubra la pantalla mientras las escribe.</translation>
    </message>
    <message>
        <source>Good day, %1</source>
        <translation>Buen día, %1</translation>
    </message>
    <message>
        <source>Without connection a shift can still be opened and closed provisionally: the chamber computes it again afterwards.</source>
        <translation>Sin conexión se puede abrir y cerrar el turno provisionalmente: la cámara lo recalcula después.</translation>
    </message>
    <message>
        <source>This shift had been closed and was opened again: %1</source>
        <translation>Este turno estaba cerrado y fue reabierto: %1</translation>
    </message>
    <message>
        <source>No certificate can be sold here now: %1</source>
        <translation>Aquí no se pueden vender certificados ahora: %1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>No shift of your own</source>
        <translation>Sin turno propio</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Shift, as far as this computer knows</source>
        <translation>Turno, según lo que sabe este computador</translation>
    </message>
    <message>
        <source>None is open</source>
        <translation>No hay turno abierto</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>What the chamber has not heard or not answered</source>
        <translation>Lo que la cámara no ha recibido o no ha contestado</translation>
    </message>
    <message>
        <source>Notes of shifts</source>
        <translation>Notas de turnos</translation>
    </message>
    <message>
        <source>Payments without answer</source>
        <translation>Pagos sin respuesta</translation>
    </message>
    <message>
        <source>Messages about certificates</source>
        <translation>Mensajes de certificados</translation>
    </message>
    <message>
        <source>Nothing of it is lost. Nobody can decide it without the chamber.</source>
        <translation>Nada de esto se pierde. Sin la cámara nadie puede decidirlo.</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Aquí no espera nada.</translation>
    </message>
    <message>
        <source>Close it with F8 when the day ends: count first, compare afterwards.</source>
        <translation>Ciérrelo con F8 al terminar el día: primero se cuenta, después se compara.</translation>
    </message>
    <message>
        <source>Without an open shift no money is taken. Open it with F2.</source>
        <translation>Sin un turno abierto no se recibe dinero. Ábralo con F2.</translation>
    </message>
    <message>
        <source>You work no shift of your own. Those of the cashiers are behind F7.</source>
        <translation>Usted no lleva turno propio. Los de los cajeros están en F7.</translation>
    </message>
    <message>
        <source>Purchases that wait for a person</source>
        <translation>Compras que esperan a una persona</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>La más antigua</translation>
    </message>
    <message>
        <source>Money in them</source>
        <translation>Dinero en ellas</translation>
    </message>
    <message>
        <source>Look at them with F4: each one has its reason and what may be done.</source>
        <translation>Revíselas con F4: cada una tiene su motivo y lo que se puede hacer.</translation>
    </message>
    <message>
        <source>Nobody&apos;s certificate is in doubt.</source>
        <translation>Ningún certificado está en duda.</translation>
    </message>
    <message>
        <source>Movements without answer</source>
        <translation>Movimientos sin respuesta</translation>
    </message>
    <message>
        <source>Not one</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>They were sent and nobody answered. Ask with F6 before you close the shift.</source>
        <translation>Se enviaron y nadie respondió. Pregunte con F6 antes de cerrar el turno.</translation>
    </message>
    <message>
        <source>The chamber has answered everything that was sent from here.</source>
        <translation>La cámara respondió todo lo que se envió desde aquí.</translation>
    </message>
</context>
<context>
    <name>HowItGoes</name>
    <message>
        <source>How to buy</source>
        <translation>Así se compra</translation>
    </message>
    <message>
        <source>Sign in with your document and your secure key.</source>
        <translation>Identifíquese con su documento y su clave segura.</translation>
    </message>
    <message>
        <source>Choose the certificates and see the total.</source>
        <translation>Elija los certificados y vea el total.</translation>
    </message>
    <message>
        <source>Type your prepaid key and take the paper.</source>
        <translation>Escriba su clave prepago y retire el papel.</translation>
    </message>
</context>
<context>
    <name>Identification</name>
    <message>
        <source>Who are you?</source>
        <translation>Escriba su documento</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Letters and numbers</source>
        <translation>Letras y números</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Número de documento</translation>
    </message>
    <message>
        <source>Your card was read. Check the number.</source>
        <translation>Su documento se leyó. Revise el número.</translation>
    </message>
    <message>
        <source>Or hold your identity card to the reader.</source>
        <translation>O acerque su documento al lector.</translation>
    </message>
</context>
<context>
    <name>IdleHead</name>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message>
        <source>Dispenser %1</source>
        <translation>Dispensador %1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Código %1</translation>
    </message>
    <message>
        <source>Do you want your money back?</source>
        <translation>¿Quiere recuperar su dinero?</translation>
    </message>
    <message>
        <source>A purchase was interrupted</source>
        <translation>Una compra se interrumpió</translation>
    </message>
    <message>
        <source>It cannot be printed here now.</source>
        <translation>Aquí no se puede imprimir ahora.</translation>
    </message>
    <message>
        <source>Get the money back</source>
        <translation>Recuperar mi dinero</translation>
    </message>
    <message>
        <source>Print it now</source>
        <translation>Imprimir ahora</translation>
    </message>
    <message>
        <source>Go to my account</source>
        <translation>Ver mi cuenta</translation>
    </message>
    <message>
        <source>No, go back</source>
        <translation>No, volver</translation>
    </message>
    <message>
        <source>Asking the chamber …</source>
        <translation>Consultando a la cámara…</translation>
    </message>
    <message>
        <source>Yes, give back %1</source>
        <translation>Sí, devolver %1</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar sesión</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>What we know</source>
        <translation>Lo que sabemos</translation>
    </message>
    <message>
        <source>What we do not know yet</source>
        <translation>Lo que todavía no sabemos</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Lo que usted puede hacer</translation>
    </message>
    <message>
        <source>Before you decide</source>
        <translation>Antes de decidir</translation>
    </message>
    <message>
        <source>The verification code becomes void. If the paper did come out, it is worth nothing from then on. This cannot be undone.</source>
        <translation>El código de verificación queda anulado. Si el papel sí salió, desde ese momento no vale nada. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>Saldo actual</translation>
    </message>
    <message>
        <source>Ask at the counter of the chamber.</source>
        <translation>Pregunte en la ventanilla de la cámara.</translation>
    </message>
    <message>
        <source>Ask at the counter of the chamber or call %1.</source>
        <translation>Pregunte en la ventanilla de la cámara o llame al %1.</translation>
    </message>
</context>
<context>
    <name>KeyDots</name>
    <message>
        <source>Hold to see</source>
        <translation>Oprima para ver</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Caps</source>
        <translation>Mayús.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Borrar todo</translation>
    </message>
</context>
<context>
    <name>Logs</name>
    <message>
        <source>Stick: %1</source>
        <translation>Memoria USB: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Nothing of this kind was written down.</source>
        <translation>No se anotó nada de esta clase.</translation>
    </message>
</context>
<context>
    <name>MaintenanceTexts</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Bitácora</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Vínculo</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Touch test</source>
        <translation>Toque</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>How the machine is</source>
        <translation>Cómo está la máquina</translation>
    </message>
    <message>
        <source>Logo in the printer&apos;s memory</source>
        <translation>Logotipo en la memoria de la impresora</translation>
    </message>
    <message>
        <source>Waiting for the chamber</source>
        <translation>Mensajes para la cámara</translation>
    </message>
    <message>
        <source>Journal of operations</source>
        <translation>Diario de operaciones</translation>
    </message>
    <message>
        <source>Log of the machine</source>
        <translation>Bitácora del equipo</translation>
    </message>
    <message>
        <source>Network and clock</source>
        <translation>Red y reloj</translation>
    </message>
    <message>
        <source>Pairing with the chamber</source>
        <translation>Vínculo con la cámara</translation>
    </message>
    <message>
        <source>Rehearsal without value</source>
        <translation>Ensayo sin valor</translation>
    </message>
    <message>
        <source>Readiness report</source>
        <translation>Informe de preparación</translation>
    </message>
    <message>
        <source>Test of the screen</source>
        <translation>Prueba de la pantalla</translation>
    </message>
    <message>
        <source>Leave maintenance</source>
        <translation>Salir de mantenimiento</translation>
    </message>
    <message>
        <source>Memory for a logo</source>
        <translation>Memoria para un logotipo</translation>
    </message>
    <message>
        <source>Uploads left today</source>
        <translation>Cargas que quedan hoy</translation>
    </message>
    <message>
        <source>In the printer</source>
        <translation>En la impresora</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Size on the paper</source>
        <translation>Tamaño en el papel</translation>
    </message>
    <message>
        <source>Sale of certificates</source>
        <translation>Venta de certificados</translation>
    </message>
    <message>
        <source>Connection with the chamber</source>
        <translation>Conexión con la cámara</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Messages that wait</source>
        <translation>Mensajes en espera</translation>
    </message>
    <message>
        <source>Messages set aside</source>
        <translation>Mensajes apartados</translation>
    </message>
    <message>
        <source>Purchases to be resolved</source>
        <translation>Compras por resolver</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Contradictions in the records</source>
        <translation>Contradicciones en los registros</translation>
    </message>
    <message>
        <source>Version of the program</source>
        <translation>Versión del programa</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Encendido desde hace</translation>
    </message>
    <message>
        <source>End of the roll is near</source>
        <translation>El rollo se acerca al final</translation>
    </message>
    <message>
        <source>Paper in the slot</source>
        <translation>Papel en la salida</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Contadores</translation>
    </message>
    <message>
        <source>Cuts, ever</source>
        <translation>Cortes desde fábrica</translation>
    </message>
    <message>
        <source>Printed, ever</source>
        <translation>Impreso desde fábrica</translation>
    </message>
    <message>
        <source>Sheets taken back, ever</source>
        <translation>Hojas recogidas</translation>
    </message>
    <message>
        <source>Model of the profile</source>
        <translation>Modelo del perfil</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Proof that a paper came out</source>
        <translation>Prueba de impresión</translation>
    </message>
    <message>
        <source>Left on the roll</source>
        <translation>Queda en el rollo</translation>
    </message>
    <message>
        <source>Used of this roll</source>
        <translation>Usado de este rollo</translation>
    </message>
    <message>
        <source>Length of this roll</source>
        <translation>Largo de este rollo</translation>
    </message>
    <message>
        <source>Lasts, at this pace</source>
        <translation>Alcanza, a este ritmo, para</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Odómetro</translation>
    </message>
    <message>
        <source>Name of the chamber&apos;s service</source>
        <translation>Nombre del servicio de la cámara</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Certificate is good for</source>
        <translation>El certificado vale por</translation>
    </message>
    <message>
        <source>Answer of the chamber&apos;s service</source>
        <translation>Respuesta del servicio de la cámara</translation>
    </message>
    <message>
        <source>Address of the chamber&apos;s service</source>
        <translation>Dirección del servicio de la cámara</translation>
    </message>
    <message>
        <source>Profile of the printer</source>
        <translation>Perfil de la impresora</translation>
    </message>
    <message>
        <source>Port of the printer</source>
        <translation>Puerto de la impresora</translation>
    </message>
    <message>
        <source>Length of a new roll</source>
        <translation>Largo de un rollo nuevo</translation>
    </message>
    <message>
        <source>Port of the reader</source>
        <translation>Puerto del lector</translation>
    </message>
    <message>
        <source>Version set by the chamber</source>
        <translation>Versión fijada por la cámara</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Point of sale</source>
        <translation>Punto de venta</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Número de serie</translation>
    </message>
    <message>
        <source>Chamber</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Chamber&apos;s service</source>
        <translation>Servicio de la cámara</translation>
    </message>
    <message>
        <source>Rehearsed purchase</source>
        <translation>Compra ensayada</translation>
    </message>
    <message>
        <source>What the printer proved</source>
        <translation>Lo que probó la impresora</translation>
    </message>
    <message>
        <source>In a sale, the money</source>
        <translation>En una venta, el dinero</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>Memoria USB</translation>
    </message>
    <message>
        <source>Fingerprint of the new pairing</source>
        <translation>Huella del vínculo nuevo</translation>
    </message>
    <message>
        <source>New point of sale</source>
        <translation>Punto de venta nuevo</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Equipo nuevo</translation>
    </message>
    <message>
        <source>Temperature of the processor</source>
        <translation>Temperatura del procesador</translation>
    </message>
    <message>
        <source>May be shut down from here</source>
        <translation>Se puede apagar desde aquí</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>Esta sección</translation>
    </message>
    <message>
        <source>This model has none that is known</source>
        <translation>Este modelo no tiene ninguna conocida</translation>
    </message>
    <message>
        <source>Nothing was uploaded from here</source>
        <translation>Desde aquí no se ha cargado nada</translation>
    </message>
    <message>
        <source>The notes about it cannot be read</source>
        <translation>No se pueden leer las notas sobre él</translation>
    </message>
    <message>
        <source>Certificates are sold</source>
        <translation>Se venden certificados</translation>
    </message>
    <message>
        <source>Ready to print</source>
        <translation>Lista para imprimir</translation>
    </message>
    <message>
        <source>Ready; the roll is near its end</source>
        <translation>Lista; el rollo se acerca al final</translation>
    </message>
    <message>
        <source>Enough paper</source>
        <translation>Hay papel</translation>
    </message>
    <message>
        <source>Little paper left</source>
        <translation>Queda poco papel</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>Sin papel</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Todavía no se sabe</translation>
    </message>
    <message>
        <source>Agrees with the chamber</source>
        <translation>Coincide con la cámara</translation>
    </message>
    <message>
        <source>The chamber has not told the time yet</source>
        <translation>La cámara aún no ha dicho la hora</translation>
    </message>
    <message>
        <source>There are some</source>
        <translation>Hay</translation>
    </message>
    <message>
        <source>None</source>
        <translation>No hay</translation>
    </message>
    <message>
        <source>Enough space</source>
        <translation>Hay espacio</translation>
    </message>
    <message>
        <source>Little space</source>
        <translation>Poco espacio</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>This model cannot tell</source>
        <translation>El modelo no lo dice</translation>
    </message>
    <message>
        <source>A service card</source>
        <translation>Una tarjeta de servicio</translation>
    </message>
    <message>
        <source>Too early to tell</source>
        <translation>Es muy pronto para saberlo</translation>
    </message>
    <message>
        <source>Reply behind the paper in the queue</source>
        <translation>Respuesta detrás del papel en la cola</translation>
    </message>
    <message>
        <source>Motor at rest after the reply</source>
        <translation>Motor quieto después de la respuesta</translation>
    </message>
    <message>
        <source>Process number behind the cut</source>
        <translation>Número de proceso tras el corte</translation>
    </message>
    <message>
        <source>Paper in the slot, motor at rest</source>
        <translation>Papel en la salida, con el motor quieto</translation>
    </message>
    <message>
        <source>This name is not found</source>
        <translation>Este nombre no se encuentra</translation>
    </message>
    <message>
        <source>The certificate is not accepted</source>
        <translation>El certificado no se acepta</translation>
    </message>
    <message>
        <source>Nobody answers there</source>
        <translation>Allí nadie responde</translation>
    </message>
    <message>
        <source>None is put in</source>
        <translation>No hay ninguna puesta</translation>
    </message>
    <message>
        <source>Ready to be written to</source>
        <translation>Lista para copiar</translation>
    </message>
    <message>
        <source>It cannot be written to</source>
        <translation>No se puede escribir en ella</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>The machine does not tell</source>
        <translation>El equipo no lo dice</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Todavía ninguno</translation>
    </message>
    <message>
        <source>Asking the chamber and the printer</source>
        <translation>Preguntando a la cámara y a la impresora</translation>
    </message>
    <message>
        <source>Printing; proved so far</source>
        <translation>Imprimiendo; con prueba hasta ahora</translation>
    </message>
    <message>
        <source>Printed, with proof</source>
        <translation>Impreso, con prueba</translation>
    </message>
    <message>
        <source>Not printed: nothing came out</source>
        <translation>No impreso: no salió nada</translation>
    </message>
    <message>
        <source>Not known what came out</source>
        <translation>No se sabe qué salió</translation>
    </message>
    <message>
        <source>Not begun: the printer cannot print now</source>
        <translation>No empezó: la impresora no puede imprimir ahora</translation>
    </message>
    <message>
        <source>Cut off in the middle: not known what came out</source>
        <translation>Cortado a la mitad: no se sabe qué salió</translation>
    </message>
    <message>
        <source>would be charged</source>
        <translation>se cobraría</translation>
    </message>
    <message>
        <source>would be charged when the network is back</source>
        <translation>se cobraría cuando vuelva la red</translation>
    </message>
    <message>
        <source>would go back to the account</source>
        <translation>volvería a la cuenta</translation>
    </message>
    <message>
        <source>would not have been touched: no sale begins like this</source>
        <translation>no se habría tocado: así no empieza una venta</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Money held</source>
        <translation>Dinero apartado</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>No impresa</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Incierta</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Espera a una persona</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrada</translation>
    </message>
    <message>
        <source>Being released</source>
        <translation>Por liberar</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Liberada</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>No autorizada</translation>
    </message>
    <message>
        <source>The chamber&apos;s own</source>
        <translation>El de la cámara</translation>
    </message>
    <message>
        <source>On the stick</source>
        <translation>En la memoria USB</translation>
    </message>
    <message>
        <source>Ask for a hold</source>
        <translation>Pedir apartado</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Cobrar</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Reclamar</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Set by the chamber</source>
        <translation>Fijado por la cámara</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Cargar</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Imprimirlo</translation>
    </message>
    <message>
        <source>Set the odometer</source>
        <translation>Poner el odómetro</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Test the way</source>
        <translation>Probar el camino</translation>
    </message>
    <message>
        <source>Rehearse a purchase</source>
        <translation>Ensayar una compra</translation>
    </message>
    <message>
        <source>Change this setting</source>
        <translation>Cambiar este ajuste</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Volver a esta versión</translation>
    </message>
    <message>
        <source>Let it fail</source>
        <translation>Hacer fallar</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Arreglar</translation>
    </message>
    <message>
        <source>Copy to the stick</source>
        <translation>Copiar a la memoria</translation>
    </message>
    <message>
        <source>Send to the chamber</source>
        <translation>Enviar a la cámara</translation>
    </message>
    <message>
        <source>Test everything</source>
        <translation>Probar todo</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Imprimir informe</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar en PDF</translation>
    </message>
    <message>
        <source>Test the screen</source>
        <translation>Probar la pantalla</translation>
    </message>
    <message>
        <source>Send it once more</source>
        <translation>Enviarlo otra vez</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Vincular de nuevo</translation>
    </message>
    <message>
        <source>Use the new pairing</source>
        <translation>Usar el vínculo nuevo</translation>
    </message>
    <message>
        <source>Throw the new pairing away</source>
        <translation>Descartar el vínculo nuevo</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>Reiniciar el programa</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>Reiniciar el equipo</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>The chamber has another logo</source>
        <translation>La cámara tiene otro logotipo</translation>
    </message>
    <message>
        <source>Another printer was put in</source>
        <translation>Se puso otra impresora</translation>
    </message>
    <message>
        <source>A paper got stuck half way</source>
        <translation>Un papel quedó a medias</translation>
    </message>
    <message>
        <source>It prints strange signs</source>
        <translation>Imprime signos raros</translation>
    </message>
    <message>
        <source>The network is back</source>
        <translation>Volvió la red</translation>
    </message>
    <message>
        <source>Something does not answer</source>
        <translation>Algo no responde</translation>
    </message>
    <message>
        <source>After a change of settings</source>
        <translation>Cambiaron los ajustes</translation>
    </message>
    <message>
        <source>The hall closes or needs it</source>
        <translation>La sala cierra o lo necesita</translation>
    </message>
    <message>
        <source>Another kind of roll</source>
        <translation>Otro tipo de rollo</translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation>Fue un error</translation>
    </message>
    <message>
        <source>Support needs it</source>
        <translation>Lo necesita soporte</translation>
    </message>
    <message>
        <source>Another disk or machine</source>
        <translation>Otro disco u otro equipo</translation>
    </message>
    <message>
        <source>The key is lost or may be known</source>
        <translation>La llave se perdió o alguien puede conocerla</translation>
    </message>
    <message>
        <source>The chamber sees the same six digits</source>
        <translation>La cámara ve los mismos seis dígitos</translation>
    </message>
    <message>
        <source>The chamber sees other digits</source>
        <translation>La cámara ve otros dígitos</translation>
    </message>
    <message>
        <source>The cause has been mended</source>
        <translation>Se corrigió la causa</translation>
    </message>
    <message>
        <source>The machine is moved</source>
        <translation>Se traslada el equipo</translation>
    </message>
    <message>
        <source>For a repair</source>
        <translation>Para una reparación</translation>
    </message>
    <message>
        <source>The chamber asked for it</source>
        <translation>Lo pidió la cámara</translation>
    </message>
    <message>
        <source>So will the head print %1. Upload it if it is right.</source>
        <translation>Así imprimirá el cabezal %1. Cárguelo si está bien.</translation>
    </message>
    <message>
        <source>%1 is in the printer: it answered that its memory took it. Print it to see it on paper.</source>
        <translation>%1 está en la impresora: respondió que su memoria lo recibió. Imprímalo para verlo en papel.</translation>
    </message>
    <message>
        <source>It was sent and cut. Look at the paper.</source>
        <translation>Se envió y se cortó. Mire el papel.</translation>
    </message>
    <message>
        <source>This printer has no memory for a logo that is known.</source>
        <translation>Esta impresora no tiene memoria conocida para un logotipo.</translation>
    </message>
    <message>
        <source>The picture is not there any more. Choose again.</source>
        <translation>La imagen ya no está. Elija otra vez.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB.</source>
        <translation>El archivo pesa más de 1 MB.</translation>
    </message>
    <message>
        <source>The file is no PNG picture, or it is broken.</source>
        <translation>El archivo no es una imagen PNG, o está dañado.</translation>
    </message>
    <message>
        <source>The picture is too large: %1 pixels; 4000 on a side are the most.</source>
        <translation>La imagen es demasiado grande: %1 píxeles; lo máximo son 4000 por lado.</translation>
    </message>
    <message>
        <source>The picture is too small: %1 pixels; 16 on a side are the least.</source>
        <translation>La imagen es demasiado pequeña: %1 píxeles; lo mínimo son 16 por lado.</translation>
    </message>
    <message>
        <source>It has too much grey: the head prints only black and white. Use a drawing, not a photograph.</source>
        <translation>Tiene demasiado gris: el cabezal solo imprime negro y blanco. Use un dibujo, no una fotografía.</translation>
    </message>
    <message>
        <source>Nothing of it would be black.</source>
        <translation>Nada de ella saldría en negro.</translation>
    </message>
    <message>
        <source>Too much of it is black: the head would be slow and hot.</source>
        <translation>Tiene demasiado negro: el cabezal iría lento y caliente.</translation>
    </message>
    <message>
        <source>It has more dots than the printer takes at once.</source>
        <translation>Tiene más puntos de los que la impresora recibe de una vez.</translation>
    </message>
    <message>
        <source>It cannot be sent without the printer taking a part of it for a command.</source>
        <translation>No se puede enviar sin que la impresora tome una parte por una orden.</translation>
    </message>
    <message>
        <source>The printer&apos;s memory was written as often as it bears in a day. Try tomorrow.</source>
        <translation>La memoria de la impresora ya se escribió hoy las veces que soporta. Inténtelo mañana.</translation>
    </message>
    <message>
        <source>This machine cannot save its notes, so nothing is believed of the upload.</source>
        <translation>Este equipo no puede guardar sus notas; no se da nada por cargado.</translation>
    </message>
    <message>
        <source>The printer did not say how much of its memory is free: nobody knows what it keeps.</source>
        <translation>La impresora no dijo cuánta memoria le queda: nadie sabe qué guarda.</translation>
    </message>
    <message>
        <source>The printer&apos;s memory has no room for it.</source>
        <translation>En la memoria de la impresora no cabe.</translation>
    </message>
    <message>
        <source>The printer&apos;s memory did not take it.</source>
        <translation>La memoria de la impresora no lo recibió.</translation>
    </message>
    <message>
        <source>The line went away in the middle: nobody knows what the printer keeps. Upload again.</source>
        <translation>La línea se perdió a la mitad: nadie sabe qué guarda la impresora. Cárguelo otra vez.</translation>
    </message>
    <message>
        <source>It came out; look at the paper.</source>
        <translation>Salió; revise el papel.</translation>
    </message>
    <message>
        <source>A service card was read: %1 bytes.</source>
        <translation>Se leyó una tarjeta de servicio: %1 bytes.</translation>
    </message>
    <message>
        <source>The printer&apos;s memory is empty.</source>
        <translation>La memoria de la impresora está vacía.</translation>
    </message>
    <message>
        <source>The printer did not confirm that its memory is empty.</source>
        <translation>La impresora no confirmó que su memoria esté vacía.</translation>
    </message>
    <message>
        <source>The odometer begins anew: %1.</source>
        <translation>El odómetro empieza de nuevo: %1.</translation>
    </message>
    <message>
        <source>Messages on their way: %1.</source>
        <translation>Mensajes en camino: %1.</translation>
    </message>
    <message>
        <source>The way to the chamber is open.</source>
        <translation>El camino hasta la cámara está abierto.</translation>
    </message>
    <message>
        <source>The way to the chamber ends where it is marked.</source>
        <translation>El camino hasta la cámara se corta donde está marcado.</translation>
    </message>
    <message>
        <source>The rehearsal came out, with proof.</source>
        <translation>El ensayo salió, con prueba.</translation>
    </message>
    <message>
        <source>Nothing of the rehearsal came out.</source>
        <translation>Del ensayo no salió nada.</translation>
    </message>
    <message>
        <source>It is not known what of the rehearsal came out; look at the paper.</source>
        <translation>No se sabe qué salió del ensayo; mire el papel.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>This printer cannot fail like that.</source>
        <translation>Esta impresora no puede fallar así.</translation>
    </message>
    <message>
        <source>This printer is a real one: it fails only by itself.</source>
        <translation>Esta impresora es de verdad: solo falla por sí misma.</translation>
    </message>
    <message>
        <source>Saved in the folder “reports” of this machine: %1</source>
        <translation>Guardado en la carpeta «reports» de esta máquina: %1</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>No se pudo guardar el archivo.</translation>
    </message>
    <message>
        <source>Central took the code. Compare the six digits with the chamber: %1</source>
        <translation>Central aceptó el código. Compare los seis dígitos con la cámara: %1</translation>
    </message>
    <message>
        <source>The program starts again with the new pairing. The chamber revokes the old one.</source>
        <translation>El programa arranca de nuevo con el vínculo nuevo. La cámara revoca el anterior.</translation>
    </message>
    <message>
        <source>The new pairing is thrown away. Everything stays as it was.</source>
        <translation>El vínculo nuevo se descartó. Todo queda como estaba.</translation>
    </message>
    <message>
        <source>There is no new pairing.</source>
        <translation>No hay un vínculo nuevo.</translation>
    </message>
    <message>
        <source>There are purchases that are not over: they belong to this pairing. Have them resolved first.</source>
        <translation>Hay compras sin terminar: son de este vínculo. Primero deben resolverse.</translation>
    </message>
    <message>
        <source>There are messages that the chamber does not know yet. Have them sent first.</source>
        <translation>Hay mensajes que la cámara aún no conoce. Primero deben enviarse.</translation>
    </message>
    <message>
        <source>There are messages set aside: they belong to this pairing. Have them resolved first.</source>
        <translation>Hay mensajes apartados: son de este vínculo. Primero deben resolverse.</translation>
    </message>
    <message>
        <source>The chamber does not accept this code: wrong, used, or older than ten minutes.</source>
        <translation>La cámara no acepta este código: equivocado, usado o de hace más de diez minutos.</translation>
    </message>
    <message>
        <source>The answer was for another key. Nothing was paired; tell the chamber.</source>
        <translation>La respuesta era para otra llave. No se vinculó nada; avise a la cámara.</translation>
    </message>
    <message>
        <source>This is no code.</source>
        <translation>Esto no es un código.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber.</source>
        <translation>No hay conexión con la cámara.</translation>
    </message>
    <message>
        <source>Message %1 is sent once more.</source>
        <translation>El mensaje %1 se envía otra vez.</translation>
    </message>
    <message>
        <source>This message is no longer set aside.</source>
        <translation>Este mensaje ya no está apartado.</translation>
    </message>
    <message>
        <source>The machine shuts down.</source>
        <translation>El equipo se apaga.</translation>
    </message>
    <message>
        <source>The machine restarts.</source>
        <translation>El equipo se reinicia.</translation>
    </message>
    <message>
        <source>The machine does not allow it.</source>
        <translation>El equipo no lo permite.</translation>
    </message>
    <message>
        <source>%1 is whole on the stick. It may be pulled out now.</source>
        <translation>%1 está completo en la memoria. Ya se puede retirar.</translation>
    </message>
    <message>
        <source>No stick was found. Put one in and wait some seconds.</source>
        <translation>No se encontró ninguna memoria. Ponga una y espere unos segundos.</translation>
    </message>
    <message>
        <source>The stick did not take the file. Try another one.</source>
        <translation>La memoria no recibió el archivo. Pruebe con otra.</translation>
    </message>
    <message>
        <source>There is not enough space on the stick.</source>
        <translation>No hay espacio en la memoria.</translation>
    </message>
    <message>
        <source>The stick cannot be written to.</source>
        <translation>No se puede escribir en la memoria.</translation>
    </message>
    <message>
        <source>The chamber has it, under the number %1.</source>
        <translation>La cámara la tiene, con el número %1.</translation>
    </message>
    <message>
        <source>Saved. It is used from the next start of the program on.</source>
        <translation>Guardado. Vale desde el próximo arranque del programa.</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>Guardado. Vale desde ahora.</translation>
    </message>
    <message>
        <source>This cannot be set: %1. Nothing was changed.</source>
        <translation>Esto no se puede poner: %1. No se cambió nada.</translation>
    </message>
    <message>
        <source>This version is not kept any more.</source>
        <translation>Esta versión ya no se conserva.</translation>
    </message>
    <message>
        <source>Every field of the screen answered.</source>
        <translation>Todos los campos de la pantalla respondieron.</translation>
    </message>
    <message>
        <source>Fields of the screen without answer: %1.</source>
        <translation>Campos de la pantalla sin respuesta: %1.</translation>
    </message>
    <message>
        <source>The program ends and starts again.</source>
        <translation>El programa se cierra y vuelve a abrir.</translation>
    </message>
    <message>
        <source>Something failed inside the machine.</source>
        <translation>Algo falló dentro de la máquina.</translation>
    </message>
    <message>
        <source>Language of the first screen</source>
        <translation>Idioma de la primera pantalla</translation>
    </message>
    <message>
        <source>Telephone for help</source>
        <translation>Teléfono de ayuda</translation>
    </message>
    <message>
        <source>Close early today</source>
        <translation>Cerrar antes hoy</translation>
    </message>
    <message>
        <source>Ready to serve</source>
        <translation>Lista para atender</translation>
    </message>
    <message>
        <source>Ready, with notes</source>
        <translation>Lista, con avisos</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>No está lista</translation>
    </message>
    <message>
        <source>Local records</source>
        <translation>Registros locales</translation>
    </message>
    <message>
        <source>Audit chain</source>
        <translation>Cadena de auditoría</translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation>Invariantes</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Cierres de día</translation>
    </message>
    <message>
        <source>Key of the device</source>
        <translation>Clave del equipo</translation>
    </message>
    <message>
        <source>how much is left is not known</source>
        <translation>no se sabe cuánto queda</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>diferencia %1</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>%1 records, %2 witnessed</source>
        <translation>%1 registros, %2 con testigo</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1 waiting, %2 set aside</source>
        <translation>%1 en espera, %2 apartados</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Falla</translation>
    </message>
    <message>
        <source>process %1 answered</source>
        <translation>proceso %1 respondido</translation>
    </message>
    <message>
        <source>reply %1 heard behind the paper</source>
        <translation>respuesta %1 oída detrás del papel</translation>
    </message>
    <message>
        <source>cut without error</source>
        <translation>corte sin error</translation>
    </message>
    <message>
        <source>motor at rest</source>
        <translation>motor quieto</translation>
    </message>
    <message>
        <source>everything printed</source>
        <translation>todo impreso</translation>
    </message>
    <message>
        <source>paper in the slot</source>
        <translation>papel en la salida</translation>
    </message>
    <message>
        <source>sheets with proof: %1</source>
        <translation>hojas con prueba: %1</translation>
    </message>
    <message>
        <source>no byte was sent</source>
        <translation>no se envió ningún byte</translation>
    </message>
    <message>
        <source>the printer&apos;s memory was emptied</source>
        <translation>se vació la memoria de la impresora</translation>
    </message>
    <message>
        <source>the printer&apos;s memory could not be emptied</source>
        <translation>no se pudo vaciar la memoria de la impresora</translation>
    </message>
    <message>
        <source>its counters stand still</source>
        <translation>sus contadores no se movieron</translation>
    </message>
    <message>
        <source>the printer started anew in the middle</source>
        <translation>la impresora se reinició a la mitad</translation>
    </message>
    <message>
        <source>nobody mended it within %1 s</source>
        <translation>nadie lo arregló en %1 s</translation>
    </message>
    <message>
        <source>the line vanished</source>
        <translation>la línea desapareció</translation>
    </message>
    <message>
        <source>the line could not be opened</source>
        <translation>la línea no se pudo abrir</translation>
    </message>
    <message>
        <source>the printer itself says so</source>
        <translation>lo dice la misma impresora</translation>
    </message>
    <message>
        <source>an error stood after the last sheet</source>
        <translation>quedó un error después de la última hoja</translation>
    </message>
    <message>
        <source>nothing went on</source>
        <translation>nada avanzó</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>tardó demasiado</translation>
    </message>
    <message>
        <source>no paper in the slot</source>
        <translation>no hay papel en la salida</translation>
    </message>
    <message>
        <source>the printer says that it lost bytes</source>
        <translation>la impresora dice que perdió bytes</translation>
    </message>
    <message>
        <source>nothing that this model says is a proof</source>
        <translation>nada de lo que dice este modelo es prueba</translation>
    </message>
    <message>
        <source>the printer does not count its marks</source>
        <translation>la impresora no cuenta sus marcas</translation>
    </message>
    <message>
        <source>the printer does not say that it is empty</source>
        <translation>la impresora no dice que está vacía</translation>
    </message>
    <message>
        <source>its counters could not be read</source>
        <translation>no se pudieron leer sus contadores</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>Tapa abierta</translation>
    </message>
    <message>
        <source>Head too hot</source>
        <translation>Cabezal caliente</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>Cuchilla trabada</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>Papel atascado</translation>
    </message>
    <message>
        <source>Paper stuck in the slot</source>
        <translation>Papel trabado en la salida</translation>
    </message>
    <message>
        <source>It hears, and does not answer</source>
        <translation>Oye y no responde</translation>
    </message>
    <message>
        <source>It answers late</source>
        <translation>Responde tarde</translation>
    </message>
    <message>
        <source>Cable unplugged</source>
        <translation>Cable desconectado</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Apagada</translation>
    </message>
    <message>
        <source>A short power cut</source>
        <translation>Corte breve de corriente</translation>
    </message>
    <message>
        <source>The voltage sags</source>
        <translation>Baja el voltaje</translation>
    </message>
    <message>
        <source>Cable without the busy wire</source>
        <translation>Cable sin el hilo de ocupado</translation>
    </message>
    <message>
        <source>Half an answer</source>
        <translation>Media respuesta</translation>
    </message>
    <message>
        <source>A status nobody asked for</source>
        <translation>Un estado que nadie pidió</translation>
    </message>
    <message>
        <source>A stray stop sign on the line</source>
        <translation>Un alto perdido en la línea</translation>
    </message>
    <message>
        <source>A status inside an answer</source>
        <translation>Un estado dentro de una respuesta</translation>
    </message>
    <message>
        <source>A stop sign inside an answer</source>
        <translation>Un alto dentro de una respuesta</translation>
    </message>
    <message>
        <source>It tells another model&apos;s name</source>
        <translation>Dice el nombre de otro modelo</translation>
    </message>
    <message>
        <source>The person takes the paper</source>
        <translation>La persona toma el papel</translation>
    </message>
    <message>
        <source>Open the printer and take the old roll out.</source>
        <translation>Abra la impresora y saque el rollo viejo.</translation>
    </message>
    <message>
        <source>Put the new roll in, let a hand of paper stand out, and close the printer.</source>
        <translation>Ponga el rollo nuevo, deje salir un palmo de papel y cierre la impresora.</translation>
    </message>
    <message>
        <source>Say how long the new roll is.</source>
        <translation>Diga cuántos metros trae el rollo nuevo.</translation>
    </message>
    <message>
        <source>Print a test page.</source>
        <translation>Imprima una página de prueba.</translation>
    </message>
    <message>
        <source>Done: the machine knows its new roll.</source>
        <translation>Listo: la máquina conoce su rollo nuevo.</translation>
    </message>
    <message>
        <source>free memory for pictures</source>
        <translation>memoria libre para imágenes</translation>
    </message>
    <message>
        <source>The chamber refused it: %1</source>
        <translation>La cámara lo rechazó: %1</translation>
    </message>
    <message>
        <source>Open the cover while it prints, and close it: it waits, and goes on.</source>
        <translation>Abra la tapa mientras imprime y ciérrela: espera y sigue.</translation>
    </message>
    <message>
        <source>Take the roll out while it prints, and put it back: it waits, and goes on.</source>
        <translation>Saque el rollo mientras imprime y vuelva a ponerlo: espera y sigue.</translation>
    </message>
    <message>
        <source>Pull the network cable: the paper goes on, the charge would wait.</source>
        <translation>Desconecte la red: el papel sigue, el cobro esperaría.</translation>
    </message>
    <message>
        <source>Pull the plug while it prints: then this page says what is not known.</source>
        <translation>Corte la corriente mientras imprime: al volver, aquí dice qué no se sabe.</translation>
    </message>
    <message>
        <source>would wait for a person</source>
        <translation>esperaría a una persona</translation>
    </message>
    <message>
        <source>Feed 5 cm</source>
        <translation>Avanzar 5 cm</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Medir velocidad</translation>
    </message>
    <message>
        <source>The paper moved; look at it. It is cut before the next job.</source>
        <translation>El papel avanzó; mírelo. Se corta antes del próximo trabajo.</translation>
    </message>
    <message>
        <source>Cut.</source>
        <translation>Cortado.</translation>
    </message>
    <message>
        <source>This machine has no printer that can do it.</source>
        <translation>Este equipo no tiene una impresora que pueda hacerlo.</translation>
    </message>
    <message>
        <source>As fast as line and head allow: %1 of that.</source>
        <translation>Tan rápido como permiten la línea y el cabezal: %1 de eso.</translation>
    </message>
    <message>
        <source>Slower than line and head allow: %1 of that.</source>
        <translation>Más lento de lo que permiten la línea y el cabezal: %1 de eso.</translation>
    </message>
    <message>
        <source>The paper came out, but its speed could not be measured.</source>
        <translation>El papel salió, pero no se pudo medir su velocidad.</translation>
    </message>
    <message>
        <source>Temperature of the head</source>
        <translation>Temperatura del cabezal</translation>
    </message>
    <message>
        <source>Measured on the line / it can</source>
        <translation>Medido en la línea / lo que puede</translation>
    </message>
    <message>
        <source>Measured paper / the head can</source>
        <translation>Papel medido / lo que puede el cabezal</translation>
    </message>
    <message>
        <source>Not too hot; this model tells no degrees</source>
        <translation>No está caliente; los grados no los dice este modelo</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>Demasiado caliente</translation>
    </message>
    <message>
        <source>Copy of a certificate</source>
        <translation>Copia de un certificado</translation>
    </message>
    <message>
        <source>the roll is near its end</source>
        <translation>queda poco papel</translation>
    </message>
    <message>
        <source>the paper was taken</source>
        <translation>tomaron el papel</translation>
    </message>
    <message>
        <source>the motor runs</source>
        <translation>el motor gira</translation>
    </message>
    <message>
        <source>an error; another byte says which</source>
        <translation>un error; otro byte dice cuál</translation>
    </message>
    <message>
        <source>off line</source>
        <translation>fuera de línea</translation>
    </message>
    <message>
        <source>the head is too hot</source>
        <translation>el cabezal está caliente</translation>
    </message>
    <message>
        <source>the presenter is stuck</source>
        <translation>el presentador está trabado</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>sin papel</translation>
    </message>
    <message>
        <source>the cover is open</source>
        <translation>la tapa está abierta</translation>
    </message>
    <message>
        <source>the paper is stuck</source>
        <translation>el papel está atascado</translation>
    </message>
    <message>
        <source>the cutter is stuck</source>
        <translation>la cuchilla está trabada</translation>
    </message>
    <message>
        <source>it lost bytes</source>
        <translation>perdió bytes</translation>
    </message>
    <message>
        <source>a bit that nobody knows: nothing is sold</source>
        <translation>un bit que nadie conoce: no se vende</translation>
    </message>
    <message>
        <source>status?</source>
        <translation>¿estado?</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>recuperar</translation>
    </message>
    <message>
        <source>empty the memory</source>
        <translation>vaciar la memoria</translation>
    </message>
    <message>
        <source>initialise</source>
        <translation>inicializar</translation>
    </message>
    <message>
        <source>style</source>
        <translation>estilo</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>avance</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>corte</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>name?</source>
        <translation>¿nombre?</translation>
    </message>
    <message>
        <source>tell every change</source>
        <translation>avisar cada cambio</translation>
    </message>
    <message>
        <source>counter?</source>
        <translation>¿contador?</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>presentador</translation>
    </message>
    <message>
        <source>process?</source>
        <translation>¿proceso?</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>código QR</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>relleno</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>status, unasked</source>
        <translation>estado, sin preguntar</translation>
    </message>
    <message>
        <source>full status</source>
        <translation>estado completo</translation>
    </message>
    <message>
        <source>papers taken</source>
        <translation>papeles tomados</translation>
    </message>
    <message>
        <source>process printed</source>
        <translation>proceso impreso</translation>
    </message>
    <message>
        <source>memory is empty</source>
        <translation>memoria vacía</translation>
    </message>
    <message>
        <source>size of the QR code</source>
        <translation>tamaño del código QR</translation>
    </message>
    <message>
        <source>mark answered</source>
        <translation>marca respondida</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>su nombre</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>contador</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>no se entiende</translation>
    </message>
    <message>
        <source>a part</source>
        <translation>una parte</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>todo bien</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Página de prueba</translation>
    </message>
    <message>
        <source>Empty memory</source>
        <translation>Vaciar memoria</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Serial lines</source>
        <translation>Líneas seriales</translation>
    </message>
    <message>
        <source>Barcode reader</source>
        <translation>Lector de códigos</translation>
    </message>
    <message>
        <source>Flow control</source>
        <translation>Control de flujo</translation>
    </message>
    <message>
        <source>Line of the reader</source>
        <translation>Línea del lector</translation>
    </message>
    <message>
        <source>Last thing read</source>
        <translation>Lo último leído</translation>
    </message>
    <message>
        <source>Cannot be read on this line</source>
        <translation>En esta línea no se puede leer</translation>
    </message>
    <message>
        <source>The printer takes bytes</source>
        <translation>La impresora recibe</translation>
    </message>
    <message>
        <source>The printer stops the machine</source>
        <translation>La impresora detiene el envío</translation>
    </message>
    <message>
        <source>The printer stopped the machine in time</source>
        <translation>La impresora detuvo el envío a tiempo</translation>
    </message>
    <message>
        <source>The printer never stopped the machine</source>
        <translation>La impresora nunca detuvo el envío</translation>
    </message>
    <message>
        <source>It answers like this family; it told no name</source>
        <translation>Responde como esta familia; no dijo su nombre</translation>
    </message>
    <message>
        <source>Something answers that is not understood</source>
        <translation>Responde algo que no se entiende</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>Nadie responde</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Sin preguntar todavía</translation>
    </message>
    <message>
        <source>Only listened to</source>
        <translation>Solo se escucha</translation>
    </message>
    <message>
        <source>None is set up</source>
        <translation>No hay ninguno configurado</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Está conectado</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>No está conectado</translation>
    </message>
    <message>
        <source>Nothing was read</source>
        <translation>No se leyó nada</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Un documento</translation>
    </message>
    <message>
        <source>A certificate&apos;s code</source>
        <translation>El código de un certificado</translation>
    </message>
    <message>
        <source>A recovery code</source>
        <translation>Un código de recuperación</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>Nada nuestro</translation>
    </message>
    <message>
        <source>Of the printer</source>
        <translation>De la impresora</translation>
    </message>
    <message>
        <source>Of the reader</source>
        <translation>Del lector</translation>
    </message>
    <message>
        <source>Search on every line</source>
        <translation>Buscar en todas las líneas</translation>
    </message>
    <message>
        <source>Try flow control</source>
        <translation>Probar control de flujo</translation>
    </message>
    <message>
        <source>Read something</source>
        <translation>Leer algo</translation>
    </message>
    <message>
        <source>Printers that answered: %1.</source>
        <translation>Impresoras que respondieron: %1.</translation>
    </message>
    <message>
        <source>No printer answered on any line.</source>
        <translation>Ninguna impresora respondió en ninguna línea.</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover first, and try again.</source>
        <translation>Primero abra la tapa de la impresora e intente de nuevo.</translation>
    </message>
    <message>
        <source>The printer stopped the machine in time: no byte gets lost.</source>
        <translation>La impresora detuvo el envío a tiempo: no se pierde ningún byte.</translation>
    </message>
    <message>
        <source>The printer never stopped the machine: look at the cable and at its settings.</source>
        <translation>La impresora nunca detuvo el envío: revise el cable y sus ajustes.</translation>
    </message>
    <message>
        <source>The reader is not there.</source>
        <translation>El lector no está conectado.</translation>
    </message>
    <message>
        <source>Nothing was read in time.</source>
        <translation>No se leyó nada a tiempo.</translation>
    </message>
    <message>
        <source>A document was read: %1 bytes.</source>
        <translation>Se leyó un documento: %1 bytes.</translation>
    </message>
    <message>
        <source>A certificate&apos;s code was read: %1 bytes.</source>
        <translation>Se leyó el código de un certificado: %1 bytes.</translation>
    </message>
    <message>
        <source>A recovery code was read: %1 bytes.</source>
        <translation>Se leyó un código de recuperación: %1 bytes.</translation>
    </message>
    <message>
        <source>Something was read that is none of ours: %1 bytes.</source>
        <translation>Se leyó algo que no es nuestro: %1 bytes.</translation>
    </message>
    <message>
        <source>Busy wire (CTS)</source>
        <translation>Hilo de ocupado (CTS)</translation>
    </message>
    <message>
        <source>It told its name; print a test page</source>
        <translation>Dijo su nombre; haga la página de prueba</translation>
    </message>
    <message>
        <source>A model nobody knows: it sells nothing</source>
        <translation>Modelo desconocido: no vende</translation>
    </message>
</context>
<context>
    <name>MovementRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>NewSettlement</name>
    <message>
        <source>Make the settlement</source>
        <translation>Crear la liquidación</translation>
    </message>
    <message>
        <source>New settlement</source>
        <translation>Nueva liquidación</translation>
    </message>
    <message>
        <source>No money moves yet. The settlement gets a number and a recovery code; whoever brings one of them pays it.</source>
        <translation>Todavía no se mueve dinero. La liquidación recibe un número y un código de recuperación; quien traiga uno de los dos la paga.</translation>
    </message>
</context>
<context>
    <name>OfflineTexts</name>
    <message>
        <source>There is no connection with the chamber. Whoever the desk locked after a while comes back with user, key and code. After a restart, or without that: F3, and somebody of the chamber answers by telephone.</source>
        <translation>No hay conexión con la cámara. Si el puesto se bloqueó solo, la misma persona vuelve con usuario, clave y código. Después de un reinicio, o si no: F3, y alguien de la cámara responde por teléfono.</translation>
    </message>
    <message>
        <source>A supervisor or administrator of the chamber answers by telephone: dictate all of this, and type the eight letters they read to you.</source>
        <translation>Un supervisor o administrador de la cámara responde por teléfono: dicte todo esto y escriba las ocho letras que le lean.</translation>
    </message>
    <message>
        <source>Say as what you work here. Inside you can open, count and close a shift provisionally; no money is moved without the chamber.</source>
        <translation>Diga en qué trabaja aquí. Adentro puede abrir, contar y cerrar un turno de forma provisional; sin la cámara no se mueve dinero.</translation>
    </message>
    <message>
        <source>There is connection with the chamber again. F5 leads to the door: sign in with key and code to go on working; what was noted here is handed in then.</source>
        <translation>Hay conexión con la cámara otra vez. F5 lleva a la entrada: entre con clave y código para seguir trabajando; lo que se anotó aquí se entrega al entrar.</translation>
    </message>
    <message>
        <source>You came back with your key, without the chamber. You can open, count and close your shift provisionally, and see what this computer knows. Everything else waits for the chamber, so that no money is moved without it.</source>
        <translation>Volvió con su clave, sin la cámara. Puede abrir, contar y cerrar su turno de forma provisional, y ver lo que sabe este computador. Lo demás espera a la cámara, para que sin ella no se mueva dinero.</translation>
    </message>
    <message>
        <source>You were let in by telephone, without the chamber. You can open, count and close your shift provisionally, and see what this computer knows. Everything else waits for the chamber, so that no money is moved without it.</source>
        <translation>Entró con una respuesta por teléfono, sin la cámara. Puede abrir, contar y cerrar su turno de forma provisional, y ver lo que sabe este computador. Lo demás espera a la cámara, para que sin ella no se mueva dinero.</translation>
    </message>
    <message>
        <source>It knows no such shift of yours.</source>
        <translation>No conoce ese turno a su nombre.</translation>
    </message>
    <message>
        <source>Your user works no shifts any more.</source>
        <translation>Su usuario ya no lleva turnos.</translation>
    </message>
    <message>
        <source>It could not read it.</source>
        <translation>No lo pudo leer.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open shift</source>
        <translation>Abrir turno</translation>
    </message>
    <message>
        <source>Count the money in the drawer and type it. Zero is right if there is none.</source>
        <translation>Cuente el dinero de la caja y escríbalo. Si no hay, cero está bien.</translation>
    </message>
    <message>
        <source>F7 opens it on this computer alone, marked as provisional. No money can be moved until the chamber knows it.</source>
        <translation>F7 lo abre solo en este computador, marcado como provisional. No se puede mover dinero hasta que la cámara lo sepa.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Hacerlo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Purchase of %1</source>
        <translation>Compra de %1</translation>
    </message>
    <message>
        <source>What is to be done? (arrows ← →)</source>
        <translation>¿Qué se hace? (flechas ← →)</translation>
    </message>
    <message>
        <source>Its money was given back before. Nothing is left to do here.</source>
        <translation>Su dinero ya se devolvió. Aquí no queda nada por hacer.</translation>
    </message>
    <message>
        <source>There is nothing you can do about it here. A supervisor or administrator can.</source>
        <translation>Aquí no puede hacer nada con ella. Un supervisor o administrador sí.</translation>
    </message>
    <message>
        <source>Ask for the paper before you decide that it did not come out. The first decision counts.</source>
        <translation>Pida ver el papel antes de decidir que no salió. Vale la primera decisión.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Dispenser</source>
        <translation>Dispensador</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Matrícula</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
</context>
<context>
    <name>OutOfService</name>
    <message>
        <source>This machine is out of service</source>
        <translation>Esta máquina está fuera de servicio</translation>
    </message>
    <message>
        <source>If you were buying, only what came out printed is charged. Ask at the counter of the chamber.</source>
        <translation>Si estaba comprando, solo se cobra lo que salió impreso. Pregunte en la ventanilla de la cámara.</translation>
    </message>
</context>
<context>
    <name>OwnKey</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Cambiar la clave</translation>
    </message>
    <message>
        <source>Every other session of yours ends with it. Cover the keyboard with your hand.</source>
        <translation>Con ella terminan sus demás sesiones. Cubra el teclado con la mano.</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mi clave</translation>
    </message>
    <message>
        <source>Six digits. Each code is good once only: wait for the next one if this one was used to sign in.</source>
        <translation>Seis dígitos. Cada código sirve una sola vez: espere el siguiente si con este ya ingresó.</translation>
    </message>
    <message>
        <source>Eight signs or more, not your user, not one sign again and again.</source>
        <translation>Ocho signos o más; ni su usuario ni el mismo signo repetido.</translation>
    </message>
    <message>
        <source>Your key is changed. A notice goes to your mail address.</source>
        <translation>Su clave cambió. Se avisa a su correo.</translation>
    </message>
    <message>
        <source>Your key is changed.</source>
        <translation>Su clave cambió.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentarlo otra vez en %n segundo.</numerusform>
            <numerusform>Puede intentarlo otra vez en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>Working …</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Pair this machine anew</source>
        <translation>Vincular este equipo de nuevo</translation>
    </message>
    <message>
        <source>Type the one-time code of the chamber. It is good for ten minutes. This machine goes on as it is until you have compared the digits.</source>
        <translation>Escriba el código de un solo uso de la cámara. Vale diez minutos. Este equipo sigue como está hasta que usted haya comparado los dígitos.</translation>
    </message>
    <message>
        <source>Ask the chamber</source>
        <translation>Preguntar a la cámara</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>It is open</source>
        <translation>Ya está abierta</translation>
    </message>
    <message>
        <source>It is closed</source>
        <translation>Ya está cerrada</translation>
    </message>
    <message>
        <source>Set the odometer</source>
        <translation>Poner el odómetro</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>Imprimir página de prueba</translation>
    </message>
    <message>
        <source>End the change</source>
        <translation>Terminar el cambio</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Trabajando …</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>Cambiar el papel</translation>
    </message>
</context>
<context>
    <name>PaymentCase</name>
    <message>
        <source>Apply %1</source>
        <translation>Aplicar %1</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Hacerlo</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Find the settlement</source>
        <translation>Buscar la liquidación</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>¿Está bien así?</translation>
    </message>
    <message>
        <source>The answer did not come</source>
        <translation>La respuesta no llegó</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Payment of %1</source>
        <translation>Pago de %1</translation>
    </message>
    <message>
        <source>It had been done before the answer was lost.</source>
        <translation>Ya se había hecho antes de que se perdiera la respuesta.</translation>
    </message>
    <message>
        <source>What is to be done? (arrows ← →)</source>
        <translation>¿Qué se va a hacer? (flechas ← →)</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was done. Ask again: the same deed is never done twice.</source>
        <translation>Todavía nadie sabe si se hizo. Pregunte otra vez: lo mismo nunca se hace dos veces.</translation>
    </message>
    <message>
        <source>There is nothing you can do about it here. A supervisor or administrator can.</source>
        <translation>Aquí usted no puede hacer nada con él. Un supervisor o administrador sí puede.</translation>
    </message>
    <message>
        <source>What the bank reported</source>
        <translation>Lo que informó el banco</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Names settlement</source>
        <translation>Nombra la liquidación</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banco</translation>
    </message>
    <message>
        <source>File and line</source>
        <translation>Archivo y línea</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Espera desde</translation>
    </message>
    <message>
        <source>Settlement it goes to</source>
        <translation>Liquidación a la que va</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Liquidación</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>It becomes paid by this payment.</source>
        <translation>Queda pagada con este pago.</translation>
    </message>
    <message>
        <source>The account is credited, and the settlement stays as it is.</source>
        <translation>Se abona el cupo, y la liquidación queda como está.</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Lo que se decidió</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>PaymentTexts</name>
    <message>
        <source>Its reference is of no settlement</source>
        <translation>Su referencia no es de ninguna liquidación</translation>
    </message>
    <message>
        <source>Another amount than the settlement&apos;s</source>
        <translation>Valor distinto al de la liquidación</translation>
    </message>
    <message>
        <source>The settlement had been paid already</source>
        <translation>La liquidación ya estaba pagada</translation>
    </message>
    <message>
        <source>The settlement had expired when it was paid</source>
        <translation>La liquidación ya estaba vencida cuando se pagó</translation>
    </message>
    <message>
        <source>The settlement had been cancelled</source>
        <translation>La liquidación estaba anulada</translation>
    </message>
    <message>
        <source>The bank took the payment back</source>
        <translation>El banco devolvió el pago</translation>
    </message>
    <message>
        <source>Apply to a settlement</source>
        <translation>Aplicar a una liquidación</translation>
    </message>
    <message>
        <source>Give back to the bank</source>
        <translation>Devolver al banco</translation>
    </message>
    <message>
        <source>Solved outside</source>
        <translation>Resuelto por fuera</translation>
    </message>
    <message>
        <source>What the bank received is credited to the prepaid account of the settlement you name. A second person approves just this payment for just that settlement.</source>
        <translation>Lo que recibió el banco se abona al cupo prepagado de la liquidación que usted indique. Una segunda persona aprueba solo este pago para solo esa liquidación.</translation>
    </message>
    <message>
        <source>The bank gives the money back to who paid. Nothing is credited here, and a second person approves it. Ask the bank for the return as well: this note does not order it.</source>
        <translation>El banco devuelve el dinero a quien pagó. Aquí no se abona nada, y una segunda persona lo aprueba. Pida también la devolución al banco: esta anotación no la ordena.</translation>
    </message>
    <message>
        <source>It is taken off the list with your reason. No money moves here.</source>
        <translation>Sale de la lista con su motivo. Aquí no se mueve dinero.</translation>
    </message>
    <message>
        <source>Applied: the money is in the account of settlement %1.</source>
        <translation>Aplicado: el dinero está en el cupo de la liquidación %1.</translation>
    </message>
    <message>
        <source>Noted as given back to the bank. Nothing was credited.</source>
        <translation>Anotado como devuelto al banco. No se abonó nada.</translation>
    </message>
    <message>
        <source>Noted as solved outside. Nothing was credited.</source>
        <translation>Anotado como resuelto por fuera. No se abonó nada.</translation>
    </message>
    <message>
        <source>Reported by hand</source>
        <translation>Informado a mano</translation>
    </message>
    <message>
        <source>Bank %1 · file %2, line %3</source>
        <translation>Banco %1 · archivo %2, línea %3</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Oldest first. There are more than these: they show when these are decided.</source>
        <translation>Primero los más antiguos. Hay más que estos: aparecen cuando se decidan estos.</translation>
    </message>
    <message>
        <source>Oldest first. ↑ ↓ to choose, Enter to look at it. This money is at the bank and in nobody&apos;s account.</source>
        <translation>Primero los más antiguos. ↑ ↓ para elegir, Enter para verlo. Este dinero está en el banco y en el cupo de nadie.</translation>
    </message>
    <message>
        <source>Payments of banks not credited: %1</source>
        <translation>Pagos de bancos sin abonar: %1</translation>
    </message>
    <message>
        <source>Payments of banks not credited</source>
        <translation>Pagos de bancos sin abonar</translation>
    </message>
    <message>
        <source>Every payment that a bank reported is credited or decided.</source>
        <translation>Todo pago que informó un banco está abonado o decidido.</translation>
    </message>
    <message>
        <source>Reference %1</source>
        <translation>Referencia %1</translation>
    </message>
</context>
<context>
    <name>PeopleTexts</name>
    <message>
        <source>Name of the company</source>
        <translation>Razón social</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Primer nombre</translation>
    </message>
    <message>
        <source>Second name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>First surname</source>
        <translation>Primer apellido</translation>
    </message>
    <message>
        <source>Second surname</source>
        <translation>Segundo apellido</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono fijo</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>it is needed</source>
        <translation>hace falta</translation>
    </message>
    <message>
        <source>this is no mail address</source>
        <translation>no es un correo</translation>
    </message>
    <message>
        <source>seven or ten digits</source>
        <translation>siete o diez dígitos</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Municipio</translation>
    </message>
    <message>
        <source>ten digits, from 3 on</source>
        <translation>diez dígitos; empieza por 3</translation>
    </message>
    <message>
        <source>write it as IBAGUE (TOL)</source>
        <translation>escríbalo como IBAGUE (TOL)</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>demasiado largo</translation>
    </message>
    <message>
        <source>Confirm the mail address</source>
        <translation>Confirmar el correo</translation>
    </message>
    <message>
        <source>Set the secure key</source>
        <translation>Poner la clave segura</translation>
    </message>
    <message>
        <source>Set the prepaid key</source>
        <translation>Poner la clave prepago</translation>
    </message>
    <message>
        <source>The six digits of the code</source>
        <translation>Los seis dígitos del código</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>La clave nueva</translation>
    </message>
    <message>
        <source>The new key once more</source>
        <translation>La clave nueva, otra vez</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>La primera</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>La olvidó</translation>
    </message>
    <message>
        <source>Others know it</source>
        <translation>Otros la conocen</translation>
    </message>
    <message>
        <source>Wants another</source>
        <translation>Quiere otra</translation>
    </message>
    <message>
        <source>Registered. The account is open, without money. Now the prepaid key can be set.</source>
        <translation>Registrado. La cuenta está abierta, sin saldo. Ya se puede poner la clave prepago.</translation>
    </message>
    <message>
        <source>This document was registered before. Nothing of it was changed.</source>
        <translation>Este documento ya estaba registrado. No se cambió nada.</translation>
    </message>
    <message>
        <source>The data were changed.</source>
        <translation>Los datos se cambiaron.</translation>
    </message>
    <message>
        <source>The mail address is confirmed.</source>
        <translation>El correo quedó confirmado.</translation>
    </message>
    <message>
        <source>The secure key is set. Who was signed in with the old one is out.</source>
        <translation>La clave segura quedó puesta. Quien estaba adentro con la anterior salió.</translation>
    </message>
    <message>
        <source>The prepaid key is set.</source>
        <translation>La clave prepago quedó puesta.</translation>
    </message>
    <message>
        <source>Without the customer&apos;s consent nothing is kept.</source>
        <translation>Sin la autorización del cliente no se guarda nada.</translation>
    </message>
    <message>
        <source>Nothing was typed, so nothing would change.</source>
        <translation>No se escribió nada: nada cambiaría.</translation>
    </message>
    <message>
        <source>The words to agree to have changed. Read them again with the customer.</source>
        <translation>El texto de la autorización cambió. Léalo otra vez con el cliente.</translation>
    </message>
    <message>
        <source>The chamber does not accept one of the fields. Look at them again.</source>
        <translation>La cámara no acepta uno de los campos. Revíselos.</translation>
    </message>
    <message>
        <source>Nobody has a prepaid account with this document any more.</source>
        <translation>Ya nadie tiene cuenta de prepago con este documento.</translation>
    </message>
    <message>
        <source>Choose first why the key is set.</source>
        <translation>Primero diga por qué se pone la clave.</translation>
    </message>
    <message>
        <source>Without a code the document has to be at hand, and you answer for having seen it.</source>
        <translation>Sin código hay que tener el documento a la vista, y usted responde por haberlo visto.</translation>
    </message>
    <message>
        <source>The code has six digits.</source>
        <translation>El código tiene seis dígitos.</translation>
    </message>
    <message>
        <source>This code is not good: another one, older than ten minutes, used, or tried five times. Try once more or send another.</source>
        <translation>Este código no sirve: es otro, tiene más de diez minutos, ya se usó o se intentó cinco veces. Inténtelo otra vez o envíe uno nuevo.</translation>
    </message>
    <message>
        <source>There is a mail address now, so a code is needed.</source>
        <translation>Ahora hay un correo: hace falta un código.</translation>
    </message>
    <message>
        <source>The key is too short. Type another one.</source>
        <translation>La clave es muy corta. Escriba otra.</translation>
    </message>
    <message>
        <source>The key is too long. Type another one.</source>
        <translation>La clave es muy larga. Escriba otra.</translation>
    </message>
    <message>
        <source>A key does not begin or end with a space. Type another one.</source>
        <translation>Una clave no empieza ni termina con espacio. Escriba otra.</translation>
    </message>
    <message>
        <source>Anybody would guess this key. Type another one.</source>
        <translation>Cualquiera adivinaría esta clave. Escriba otra.</translation>
    </message>
    <message>
        <source>The key must not be the number of the document. Type another one.</source>
        <translation>La clave no puede ser el número del documento. Escriba otra.</translation>
    </message>
    <message>
        <source>The chamber does not accept this key. Type another one.</source>
        <translation>La cámara no acepta esta clave. Escriba otra.</translation>
    </message>
    <message>
        <source>The two were not the same. Type the new key again.</source>
        <translation>No coincidieron. Escriba otra vez la clave nueva.</translation>
    </message>
    <message>
        <source>The chamber did not answer: nobody knows whether the key is set. Type it again; if the code is not accepted any more, the key was set.</source>
        <translation>La cámara no respondió: no se sabe si la clave quedó puesta. Escríbala otra vez; si el código ya no sirve, es que quedó puesta.</translation>
    </message>
    <message>
        <source>Several codes were asked for or tried in a short time. Wait a little.</source>
        <translation>Se pidieron o intentaron varios códigos en poco tiempo. Espere un poco.</translation>
    </message>
    <message>
        <source>The chamber has no mail server: no code can be sent.</source>
        <translation>La cámara no tiene servidor de correo: no se puede enviar un código.</translation>
    </message>
    <message>
        <source>There is no mail address to send a code to.</source>
        <translation>No hay correo a donde enviar un código.</translation>
    </message>
    <message>
        <source>This customer has no secure key: only persons sign in.</source>
        <translation>Este cliente no tiene clave segura: solo ingresan personas.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber. Nothing was noted here; Enter tries again, and nothing is done twice.</source>
        <translation>No hay conexión con la cámara. Aquí no se guardó nada; Enter lo repite, y nada se hace dos veces.</translation>
    </message>
    <message>
        <source>The chamber&apos;s service does not answer. Enter tries again, and nothing is done twice.</source>
        <translation>El servicio de la cámara no responde. Enter lo repite, y nada se hace dos veces.</translation>
    </message>
    <message>
        <source>The key that was handed over to you</source>
        <translation>La clave que le entregaron</translation>
    </message>
    <message>
        <source>Your present key</source>
        <translation>Su clave actual</translation>
    </message>
    <message>
        <source>Your new key</source>
        <translation>Su clave nueva</translation>
    </message>
    <message>
        <source>Your new key once more</source>
        <translation>Su clave nueva, otra vez</translation>
    </message>
    <message>
        <source>Code of your authenticator</source>
        <translation>Código de su autenticador</translation>
    </message>
    <message>
        <source>Type your user, as it was given to you.</source>
        <translation>Escriba su usuario, como se lo dieron.</translation>
    </message>
    <message>
        <source>Type the key that was handed over to you.</source>
        <translation>Escriba la clave que le entregaron.</translation>
    </message>
    <message>
        <source>Type your present key.</source>
        <translation>Escriba su clave actual.</translation>
    </message>
    <message>
        <source>The key has to have eight signs or more. Type another one.</source>
        <translation>La clave debe tener ocho signos o más. Escriba otra.</translation>
    </message>
    <message>
        <source>The chamber does not accept this key: too short, too easy, your user, or the one before. Begin again.</source>
        <translation>La cámara no acepta esta clave: muy corta, muy fácil, su usuario o la anterior. Empiece otra vez.</translation>
    </message>
    <message>
        <source>The key or the code is not right. Begin again; each code is good once only.</source>
        <translation>La clave o el código no es correcto. Empiece otra vez; cada código sirve una sola vez.</translation>
    </message>
    <message>
        <source>The key that was handed over is too old. An administrator can hand over a new one.</source>
        <translation>La clave que le entregaron ya venció. Un administrador puede entregarle otra.</translation>
    </message>
    <message>
        <source>This user has an authenticator already. Sign in at the door; if it was lost, an administrator can begin anew.</source>
        <translation>Este usuario ya tiene autenticador. Ingrese como siempre; si lo perdió, un administrador puede empezar de nuevo.</translation>
    </message>
    <message>
        <source>This user is blocked. An administrator can hand over a new key.</source>
        <translation>Este usuario está bloqueado. Un administrador puede entregar una clave nueva.</translation>
    </message>
    <message>
        <source>There were several failed tries. Wait a little.</source>
        <translation>Hubo varios intentos fallidos. Espere un poco.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber.</source>
        <translation>No hay conexión con la cámara.</translation>
    </message>
    <message>
        <source>The chamber did not answer: nobody knows whether the key is changed. Try at the door which one is good, or begin again.</source>
        <translation>La cámara no respondió: no se sabe si la clave cambió. Pruebe al ingresar cuál sirve, o empiece otra vez.</translation>
    </message>
    <message>
        <source>The chamber did not answer. Begin again: if the key that was handed over is not accepted any more, type your new key in its place.</source>
        <translation>La cámara no respondió. Empiece otra vez: si ya no acepta la clave que le entregaron, escriba en su lugar la clave nueva.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, as IBAGUE (TOL)</source>
        <translation>%1, como IBAGUE (TOL)</translation>
    </message>
    <message>
        <source>%1 (may be empty)</source>
        <translation>%1 (puede faltar)</translation>
    </message>
    <message>
        <source>%1 A notice goes to %2.</source>
        <translation>%1 Se avisa a %2.</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>To the account</source>
        <translation>A la cuenta</translation>
    </message>
    <message>
        <source>How the customer is reached (only enough to tell it apart)</source>
        <translation>Cómo se le avisa (solo lo necesario para reconocerlo)</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>No tiene</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Estado del correo</translation>
    </message>
    <message>
        <source>Confirmed by a code</source>
        <translation>Confirmado con un código</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono fijo</translation>
    </message>
    <message>
        <source>Lives or works at</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Municipio</translation>
    </message>
    <message>
        <source>Keys (nobody here ever sees one)</source>
        <translation>Claves (aquí nadie ve ninguna)</translation>
    </message>
    <message>
        <source>Prepaid key, for buying</source>
        <translation>Clave prepago, para comprar</translation>
    </message>
    <message>
        <source>It has been set</source>
        <translation>Está puesta</translation>
    </message>
    <message>
        <source>Not set yet</source>
        <translation>Falta ponerla</translation>
    </message>
    <message>
        <source>Secure key, for signing in</source>
        <translation>Clave segura, para ingresar</translation>
    </message>
    <message>
        <source>A company has none</source>
        <translation>Una empresa no tiene</translation>
    </message>
    <message>
        <source>The chamber has no mail server: no code can be sent.</source>
        <translation>La cámara no tiene servidor de correo: no se puede enviar un código.</translation>
    </message>
    <message>
        <source>Without a mail address no code can be sent. The prepaid key is set with the document at hand.</source>
        <translation>Sin correo no se puede enviar un código. La clave prepago se pone con el documento a la vista.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>As it stands in the document. Tab goes to the next field, the space bar ticks.</source>
        <translation>Como está en el documento. Tab pasa al campo siguiente; la barra espaciadora marca.</translation>
    </message>
    <message>
        <source>Type only what changes; what is empty stays as it is.</source>
        <translation>Escriba solo lo que cambia; lo vacío queda como está.</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Registrar %1</translation>
    </message>
    <message>
        <source>Contact data of %1</source>
        <translation>Datos de contacto de %1</translation>
    </message>
    <message>
        <source>Without it nothing is kept: the customer agrees to these words</source>
        <translation>Sin esto no se guarda nada: el cliente autoriza este texto</translation>
    </message>
    <message>
        <source>The customer has read or heard this and agrees</source>
        <translation>El cliente lo leyó o lo oyó, y lo autoriza</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>The printer has not said anything yet.</source>
        <translation>La impresora todavía no ha dicho nada.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printing goes on by itself as soon as it is solved.</source>
        <translation>La impresión sigue sola en cuanto se resuelva.</translation>
    </message>
    <message>
        <source>Certificate %1 of %2</source>
        <translation>Certificado %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>falta cerca de %n segundo</numerusform>
            <numerusform>faltan unos %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing is waiting</source>
        <translation>La impresión está en espera</translation>
    </message>
    <message>
        <source>Printing your certificates</source>
        <translation>Imprimiendo sus certificados</translation>
    </message>
    <message>
        <source>Printing your certificate</source>
        <translation>Imprimiendo su certificado</translation>
    </message>
    <message>
        <source>Please tell somebody from the chamber.</source>
        <translation>Avise por favor a alguien de la cámara.</translation>
    </message>
    <message>
        <source>Only what comes out printed is charged. Please stay: take each certificate when the machine cuts it.</source>
        <translation>Solo se cobra lo que sale impreso. No se aleje: retire cada certificado cuando la máquina lo corte.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Look at it</source>
        <translation>Revisarla</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What this code stands for. Empty the field to see everything that waits.</source>
        <translation>Lo que corresponde a este código. Borre el campo para ver todo lo pendiente.</translation>
    </message>
    <message>
        <source>Oldest first. ↑ ↓ to choose, Enter to look at it; Tab to look for a code.</source>
        <translation>La más antigua primero. ↑ ↓ para elegir, Enter para revisarla; Tab para buscar un código.</translation>
    </message>
    <message>
        <source>Pending purchases</source>
        <translation>Compras pendientes</translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation>Nada espera a una persona.</translation>
    </message>
    <message>
        <source>Recovery code, order number or verification code</source>
        <translation>Código de recuperación, número de orden o código de verificación</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>All parts are tested one after the other; it takes some seconds.</source>
        <translation>Se prueban todas las partes, una tras otra; tarda unos segundos.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Fill in what you know: everything typed has to fit. Looking by customer is recorded with your name.</source>
        <translation>Llene lo que sepa: todo lo escrito debe coincidir. Buscar por cliente queda registrado con su nombre.</translation>
    </message>
    <message>
        <source>The newest ones; there are more. Search with more data to see the others.</source>
        <translation>Los más recientes; hay más. Busque con más datos para ver los otros.</translation>
    </message>
    <message>
        <source>The newest first (↑ ↓ to choose).</source>
        <translation>El más reciente primero (↑ ↓ para elegir).</translation>
    </message>
    <message>
        <source>Cash receipts</source>
        <translation>Recibos de caja</translation>
    </message>
    <message>
        <source>Type of document (arrows ← →)</source>
        <translation>Tipo de documento (flechas ← →)</translation>
    </message>
    <message>
        <source>A copy is on its way by mail to %1</source>
        <translation>Una copia va por correo a %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Reversal of a recharge</source>
        <translation>Reversión de recarga</translation>
    </message>
    <message>
        <source>Recharge</source>
        <translation>Recarga</translation>
    </message>
    <message>
        <source>Certificates sold</source>
        <translation>Certificados vendidos</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Takes back the receipt</source>
        <translation>Reversa el recibo</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Liquidación</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Number of the voucher</source>
        <translation>Número del comprobante</translation>
    </message>
    <message>
        <source>Copies so far</source>
        <translation>Copias hasta ahora</translation>
    </message>
    <message>
        <source>Mail on file</source>
        <translation>Correo registrado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Fue reversado.</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>Certificates sold</source>
        <translation>Certificados vendidos</translation>
    </message>
    <message>
        <source>Shifts and their closes</source>
        <translation>Turnos y sus cierres</translation>
    </message>
    <message>
        <source>Close of a shift</source>
        <translation>Cierre de caja</translation>
    </message>
    <message>
        <source>Cash detail by cashier</source>
        <translation>Detallado de caja por cajero</translation>
    </message>
    <message>
        <source>Daily cash summary</source>
        <translation>Resumen diario de caja</translation>
    </message>
    <message>
        <source>Movements of an account</source>
        <translation>Movimientos de una cuenta</translation>
    </message>
    <message>
        <source>Reversed and annulled receipts</source>
        <translation>Recibos reversados y anulados</translation>
    </message>
    <message>
        <source>Key changes</source>
        <translation>Cambios de clave</translation>
    </message>
    <message>
        <source>Journal of a dispenser</source>
        <translation>Diario de un dispensador</translation>
    </message>
    <message>
        <source>Cash receipts</source>
        <translation>Recibos de caja</translation>
    </message>
    <message>
        <source>Of money at the desk and of certificates sold: by number, customer or day; copied, or sent by mail.</source>
        <translation>De caja y de certificados vendidos: por número, cliente o día; con copia o por correo.</translation>
    </message>
    <message>
        <source>Looked up by code, order, receipt or customer; printed again as a copy.</source>
        <translation>Se buscan por código, orden, recibo o cliente; se reimprimen como copia.</translation>
    </message>
    <message>
        <source>What was counted and what was expected, differences and their reasons.</source>
        <translation>Lo contado y lo esperado, las diferencias y sus motivos.</translation>
    </message>
    <message>
        <source>What each one took and gave back, by day and payment form.</source>
        <translation>Lo que cada uno recibió y devolvió, por día y forma de pago.</translation>
    </message>
    <message>
        <source>Everything that moved on a day, by place.</source>
        <translation>Todo lo que se movió en un día, por lugar.</translation>
    </message>
    <message>
        <source>What came into a prepaid account and what was spent, with its balance.</source>
        <translation>Lo que entró a una cuenta de prepago y lo que se gastó, con su saldo.</translation>
    </message>
    <message>
        <source>What was taken back, refunded or annulled, by whom, and who allowed it.</source>
        <translation>Lo reversado, devuelto o anulado, por quién, y quién lo aprobó.</translation>
    </message>
    <message>
        <source>Who changed whose key, and when; never a key.</source>
        <translation>Quién cambió la clave de quién, y cuándo; nunca una clave.</translation>
    </message>
    <message>
        <source>What a dispenser began on a day, and what became of it.</source>
        <translation>Lo que un dispensador comenzó en un día, y en qué terminó.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Reabierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>Recalculado</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>The shift is open again. Its cashier sees who opened it and why.</source>
        <translation>El turno quedó reabierto. Su cajero ve quién lo reabrió y por qué.</translation>
    </message>
    <message>
        <source>The ledger says something else by now: the difference stands as a close of its own.</source>
        <translation>El libro dice ahora otra cosa: la diferencia quedó como un cierre aparte.</translation>
    </message>
    <message>
        <source>The ledger says the same as the last close. Nothing was added.</source>
        <translation>El libro dice lo mismo que el último cierre. No se agregó nada.</translation>
    </message>
    <message>
        <source>The shift is open provisionally, on this computer alone. Until the chamber knows it no money can be moved. It is handed in by itself when there is a connection, or when you sign in.</source>
        <translation>El turno está abierto de forma provisional, solo en este computador. Mientras la cámara no lo sepa no se puede mover dinero. Se entrega solo cuando haya conexión, o cuando usted entre.</translation>
    </message>
    <message>
        <source>A provisional close waits on this computer. It is handed in by itself when there is a connection, or when you sign in.</source>
        <translation>Un cierre provisional espera en este computador. Se entrega solo cuando haya conexión, o cuando usted entre.</translation>
    </message>
    <message>
        <source>What was noted without connection is at the chamber now.</source>
        <translation>Lo anotado sin conexión ya está en la cámara.</translation>
    </message>
    <message>
        <source>The chamber knew of another shift or close. What was noted here stands in its trail; ask your supervisor.</source>
        <translation>La cámara sabía de otro turno o cierre. Lo anotado aquí quedó en su bitácora; pregunte a su supervisor.</translation>
    </message>
    <message>
        <source>The chamber did not take over what was noted here. It stays on this computer; tell your supervisor.</source>
        <translation>La cámara no recibió lo anotado aquí. Queda en este computador; avise a su supervisor.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Look at it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>↑ ↓ to choose, Enter to look at it.</source>
        <translation>↑ ↓ para elegir, Enter para ver.</translation>
    </message>
    <message>
        <source>Records and reports</source>
        <translation>Consultas y reportes</translation>
    </message>
</context>
<context>
    <name>RegistrationTile</name>
    <message>
        <source>NIT %1</source>
        <translation>NIT %1</translation>
    </message>
    <message>
        <source>Registration %1</source>
        <translation>Matrícula %1</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Evidence: %1.</source>
        <translation>Evidencia: %1.</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message>
        <source>Dispenser %1</source>
        <translation>Dispensador %1</translation>
    </message>
    <message>
        <source>It is on your paper and was on the screen: six letters and numbers.</source>
        <translation>Está en su papel y estuvo en la pantalla: seis letras y números.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
    <message>
        <source>Type your recovery code</source>
        <translation>Escriba su código de recuperación</translation>
    </message>
    <message>
        <source>Type another code</source>
        <translation>Escribir otro código</translation>
    </message>
    <message>
        <source>Sign in to decide</source>
        <translation>Entrar con mi clave</translation>
    </message>
    <message>
        <source>Looking for it …</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>There is no order with this code. Compare it letter by letter.</source>
        <translation>No hay ningún pedido con este código. Compárelo letra por letra.</translation>
    </message>
    <message>
        <source>Codes were asked for very often here. Wait a little.</source>
        <translation>Aquí se han consultado muchos códigos seguidos. Espere un poco.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code alone only shows how it stands. To print it or to get the money back, sign in with your key.</source>
        <translation>El código solo muestra el estado. Para imprimir o recuperar el dinero, entre con su clave.</translation>
    </message>
    <message>
        <source>Without a code: sign in with your key, and your interrupted purchases are shown first.</source>
        <translation>¿No tiene el código? Entre con su clave: sus compras interrumpidas aparecen primero.</translation>
    </message>
    <message>
        <source>That is not the code of an interrupted purchase. Type the six letters and numbers.</source>
        <translation>Ese no es el código de una compra interrumpida. Escriba las seis letras y números.</translation>
    </message>
    <message>
        <source>Or hold the square code of your paper to the reader.</source>
        <translation>O acerque al lector el código cuadrado de su papel.</translation>
    </message>
</context>
<context>
    <name>Reversal</name>
    <message>
        <source>Reverse %1</source>
        <translation>Reversar %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Back to the customer</source>
        <translation>Volver al cliente</translation>
    </message>
    <message>
        <source>The answer did not come</source>
        <translation>La respuesta no llegó</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>Pago reversado</translation>
    </message>
    <message>
        <source>Reverse payment %1</source>
        <translation>Reversar el pago %1</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the payment was reversed. Do not give money back until the chamber has answered. Ask again: it is never reversed twice.</source>
        <translation>Todavía no se sabe si el pago se reversó. No devuelva dinero hasta que la cámara responda. Pregunte de nuevo: nunca se reversa dos veces.</translation>
    </message>
    <message>
        <source>It had been reversed already, before the answer was lost. Give back %1 once.</source>
        <translation>Ya se había reversado antes de perderse la respuesta. Devuelva %1 una sola vez.</translation>
    </message>
    <message>
        <source>Give back %1 to the customer, in the form it was paid, and have the receipt signed.</source>
        <translation>Devuelva %1 al cliente, en la forma en que pagó, y haga firmar el recibo.</translation>
    </message>
    <message>
        <source>The payment stays as it is; the reversal is a movement of its own that points to it. Large amounts need a second person.</source>
        <translation>El pago queda como está; la reversión es un movimiento aparte que lo señala. Los valores altos necesitan una segunda persona.</translation>
    </message>
    <message>
        <source>Receipt of the reversal</source>
        <translation>Recibo de la reversión</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
</context>
<context>
    <name>ReviewTotals</name>
    <message>
        <source>There is enough paper for your order.</source>
        <translation>Hay papel suficiente para su pedido.</translation>
    </message>
    <message>
        <source>There is little paper left, but enough for your order.</source>
        <translation>Queda poco papel, pero alcanza para su pedido.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificado</numerusform>
            <numerusform>%n certificados</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the account of a company to pay from.</source>
        <translation>Elija la cuenta de una empresa para pagar.</translation>
    </message>
    <message>
        <source>Paid from your account</source>
        <translation>Se paga con su cuenta</translation>
    </message>
    <message>
        <source>Paid from the account %1</source>
        <translation>Se paga con la cuenta %1</translation>
    </message>
    <message numerus="yes">
        <source>The paper left is enough for %n page(s). Take something out of your order.</source>
        <translation>
            <numerusform>El papel que queda alcanza para %n página. Retire algo de su pedido.</numerusform>
            <numerusform>El papel que queda alcanza para %n páginas. Retire algo de su pedido.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowGrid</name>
    <message>
        <source>The machine cannot use it: %1</source>
        <translation>La máquina no la puede usar: %1</translation>
    </message>
</context>
<context>
    <name>SaleCart</name>
    <message>
        <source>The order</source>
        <translation>El pedido</translation>
    </message>
    <message>
        <source>The order is empty</source>
        <translation>El pedido está vacío</translation>
    </message>
    <message>
        <source>Total to pay</source>
        <translation>Total a pagar</translation>
    </message>
</context>
<context>
    <name>SaleChoosing</name>
    <message>
        <source>Pay %1</source>
        <translation>Pagar %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The chamber bears the cost: no money is taken.</source>
        <translation>La cámara asume el costo: no se recibe dinero.</translation>
    </message>
    <message>
        <source>Sell certificates</source>
        <translation>Vender certificados</translation>
    </message>
    <message>
        <source>No certificate can be sold here now: %1</source>
        <translation>Aquí no se pueden vender certificados ahora: %1</translation>
    </message>
    <message>
        <source>%1 · today&apos;s prices (↑ ↓ to choose, → one more, ← one less)</source>
        <translation>%1 · precios de hoy (↑ ↓ escoger, → una más, ← una menos)</translation>
    </message>
    <message>
        <source>%1 · nothing is sold about this registration</source>
        <translation>%1 · de esta matrícula no se vende nada</translation>
    </message>
</context>
<context>
    <name>SalePaying</name>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Print it all the same</source>
        <translation>Imprimir de todos modos</translation>
    </message>
    <message>
        <source>Pay with the key and print</source>
        <translation>Pagar con la clave e imprimir</translation>
    </message>
    <message>
        <source>Print at the chamber&apos;s expense</source>
        <translation>Imprimir a gasto de la cámara</translation>
    </message>
    <message>
        <source>Take %1 and print</source>
        <translation>Recibir %1 e imprimir</translation>
    </message>
    <message>
        <source>The chamber bears the cost: no money is taken.</source>
        <translation>La cámara asume el costo: no se recibe dinero.</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>¿Cómo se paga?</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>¿Está bien así?</translation>
    </message>
    <message>
        <source>The answer did not come</source>
        <translation>La respuesta no llegó</translation>
    </message>
    <message>
        <source>This was bought a moment ago</source>
        <translation>Esto se compró hace un momento</translation>
    </message>
    <message>
        <source>Form of payment (arrows ← →)</source>
        <translation>Forma de pago (flechas ← →)</translation>
    </message>
    <message>
        <source>The account pays. On the next screen its holder types the prepaid key: turn the keypad to the customer.</source>
        <translation>Paga la cuenta. En la pantalla siguiente el titular escribe la clave prepago: acérquele el teclado.</translation>
    </message>
    <message>
        <source>The customer types the prepaid key now. Nobody else may type or ask for it.</source>
        <translation>El cliente escribe ahora la clave prepago. Nadie más puede escribirla ni pedirla.</translation>
    </message>
    <message>
        <source>Your name and the reason stay in the trail, on the receipt and in the day&apos;s summary.</source>
        <translation>Su nombre y la razón quedan en la auditoría, en el recibo y en el resumen del día.</translation>
    </message>
    <message>
        <source>Take the payment first. With Enter it is noted and the certificates are printed at once.</source>
        <translation>Reciba primero el pago. Con Enter queda registrado y los certificados se imprimen enseguida.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the payment was taken. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.</source>
        <translation>Aún no se sabe si el pago quedó hecho. No reciba ni devuelva dinero hasta que la cámara responda. Pregunte de nuevo: el mismo pago nunca se hace dos veces.</translation>
    </message>
    <message>
        <source>Ask the customer whether it is wanted once more.</source>
        <translation>Pregunte al cliente si lo quiere otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s) before the next try.</source>
        <translation>
            <numerusform>Espere %n segundo para intentarlo de nuevo.</numerusform>
            <numerusform>Espere %n segundos para intentarlo de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The prepaid key of this account is blocked.</source>
        <translation>La clave prepago de esta cuenta está bloqueada.</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Available in the account</source>
        <translation>Disponible en la cuenta</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Razón</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
</context>
<context>
    <name>SalePrinting</name>
    <message>
        <source>Printing goes on by itself as soon as it is solved.</source>
        <translation>La impresión sigue sola en cuanto se resuelva.</translation>
    </message>
    <message>
        <source>Certificate %1 of %2</source>
        <translation>Certificado %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>falta cerca de %n segundo</numerusform>
            <numerusform>faltan unos %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing is waiting</source>
        <translation>La impresión está en espera</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Only what comes out printed is charged. Wait until the screen says how it ended.</source>
        <translation>Solo se cobra lo que sale impreso. Espere a que la pantalla diga cómo terminó.</translation>
    </message>
</context>
<context>
    <name>SaleTexts</name>
    <message>
        <source>Prepaid account</source>
        <translation>Cuenta prepago</translation>
    </message>
    <message>
        <source>At the chamber&apos;s expense</source>
        <translation>A gasto de la cámara</translation>
    </message>
    <message>
        <source>Sold and printed</source>
        <translation>Vendido e impreso</translation>
    </message>
    <message>
        <source>Part of it was printed</source>
        <translation>Se imprimió una parte</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>No se imprimió nada</translation>
    </message>
    <message>
        <source>It is not known whether it was printed</source>
        <translation>No se sabe si se imprimió</translation>
    </message>
    <message>
        <source>Every copy came out and is charged. Hand over the certificates and the receipt.</source>
        <translation>Todas las copias salieron y quedaron cobradas. Entregue los certificados y el recibo.</translation>
    </message>
    <message>
        <source>Only what came out is charged. Copies that did not come out cost nothing.</source>
        <translation>Solo se cobra lo que salió. Las copias que no salieron no cuestan nada.</translation>
    </message>
    <message>
        <source>No copy came out and nothing is charged.</source>
        <translation>No salió ninguna copia y no se cobró nada.</translation>
    </message>
    <message>
        <source>The printer does not prove whether the paper came out. The money stays set aside: look at the printer and decide it under Pending, with what you see.</source>
        <translation>La impresora no prueba si el papel salió. El dinero queda apartado: mire la impresora y decídalo en Pendientes, con lo que vea.</translation>
    </message>
    <message>
        <source>The order was not printed and nothing is charged.</source>
        <translation>El pedido no se imprimió y no se cobró nada.</translation>
    </message>
</context>
<context>
    <name>SaleTold</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back to the customer</source>
        <translation>Volver al cliente</translation>
    </message>
    <message>
        <source>The chamber bears the cost: no money is taken.</source>
        <translation>La cámara asume el costo: no se recibe dinero.</translation>
    </message>
    <message>
        <source>%1 were paid and are in the customer&apos;s account. Give them back with F6, or leave them there.</source>
        <translation>Se pagaron %1, que están en la cuenta del cliente. Devuélvalos con F6 o déjelos allí.</translation>
    </message>
    <message>
        <source>%1 of what was paid stay in the customer&apos;s account.</source>
        <translation>De lo pagado, %1 quedan en la cuenta del cliente.</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Receipt of the payment</source>
        <translation>Recibo del pago</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Nothing waits: the chamber knows everything.</source>
        <translation>Nada espera: la cámara lo sabe todo.</translation>
    </message>
    <message>
        <source>There is nothing yet.</source>
        <translation>Todavía no hay nada.</translation>
    </message>
    <message>
        <source>Leaving puts the machine back to work. A program or machine that is restarted comes back by itself; one that is shut down must be switched on by hand.</source>
        <translation>Al salir, el equipo vuelve a atender. Un programa o un equipo que se reinicia vuelve solo; uno que se apaga hay que encenderlo a mano.</translation>
    </message>
    <message>
        <source>Touch, and hold a document or a code before the reader. Nothing that stands on it is kept or shown.</source>
        <translation>Toque y ponga un documento o un código frente al lector. Nada de lo que dice se guarda ni se muestra.</translation>
    </message>
</context>
<context>
    <name>SectionActs</name>
    <message>
        <source>Working …</source>
        <translation>Trabajando …</translation>
    </message>
    <message>
        <source>%1: why?</source>
        <translation>%1: ¿por qué?</translation>
    </message>
    <message>
        <source>Do not do it</source>
        <translation>No hacerlo</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Looking …</source>
        <translation>Mirando …</translation>
    </message>
</context>
<context>
    <name>SecureKey</name>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message>
        <source>Type your secure key</source>
        <translation>Escriba su clave segura</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>It is the key of your user at the chamber. Cover the keyboard with your hand.</source>
        <translation>Es la clave de su usuario en la cámara. Cubra el teclado con la mano.</translation>
    </message>
</context>
<context>
    <name>Serial</name>
    <message>
        <source>The search asks at every speed, some ten seconds a line. For flow control, open the printer&apos;s cover first; on a slow line the trial takes half a minute.</source>
        <translation>La búsqueda pregunta a cada velocidad, unos diez segundos por línea. Para el control de flujo, abra antes la tapa de la impresora; en una línea lenta la prueba tarda medio minuto.</translation>
    </message>
</context>
<context>
    <name>SettingForm</name>
    <message>
        <source>Type the number</source>
        <translation>Escriba el número</translation>
    </message>
    <message>
        <source>Save this</source>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>Not close early</source>
        <translation>No cerrar antes</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Como en el archivo</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
</context>
<context>
    <name>SettingGrid</name>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>Changed at this machine</source>
        <translation>Cambiado en este equipo</translation>
    </message>
    <message>
        <source>From the next start on: %1</source>
        <translation>Desde el próximo arranque: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>Settlement</name>
    <message>
        <source>Take the payment</source>
        <translation>Recibir el pago</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>Pagar %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Cancel the settlement</source>
        <translation>Anular la liquidación</translation>
    </message>
    <message>
        <source>Another settlement</source>
        <translation>Otra liquidación</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Soltarla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>¿Está bien?</translation>
    </message>
    <message>
        <source>The answer did not come</source>
        <translation>No llegó la respuesta</translation>
    </message>
    <message>
        <source>Settlement paid</source>
        <translation>Liquidación pagada</translation>
    </message>
    <message>
        <source>Unlock settlement %1</source>
        <translation>Desbloquear la liquidación %1</translation>
    </message>
    <message>
        <source>Cancel settlement %1</source>
        <translation>Anular la liquidación %1</translation>
    </message>
    <message>
        <source>Settlement %1</source>
        <translation>Liquidación %1</translation>
    </message>
    <message>
        <source>Another desk is taking its payment: %1. Nobody else can take it until that desk ends or lets it go.</source>
        <translation>Otra caja está recibiendo el pago: %1. Nadie más puede recibirlo hasta que esa caja termine o la suelte.</translation>
    </message>
    <message>
        <source>It was left at another desk: %1. That cashier is not signed in any more. A supervisor can unlock it with F6.</source>
        <translation>Quedó tomada en otra caja: %1. Ese cajero ya no está en sesión. Un supervisor la puede desbloquear con F6.</translation>
    </message>
    <message>
        <source>%1 (desk %2, since %3)</source>
        <translation>%1 (caja %2, desde el %3)</translation>
    </message>
    <message>
        <source>You have it already (since %1). Take it again to pay it or to let it go.</source>
        <translation>Ya la tiene usted (desde el %1). Tómela de nuevo para pagarla o para soltarla.</translation>
    </message>
    <message>
        <source>Without an open shift no money is taken or given back.</source>
        <translation>Sin un turno abierto no se recibe ni se devuelve dinero.</translation>
    </message>
    <message>
        <source>It was left by %1. Ask whether money was taken there before you unlock it: whatever that desk still sends is refused from then on.</source>
        <translation>La dejó tomada %1. Antes de desbloquear, pregunte si allí se recibió dinero: lo que esa caja envíe después se rechaza.</translation>
    </message>
    <message>
        <source>Form of payment (arrows ← →)</source>
        <translation>Forma de pago (flechas ← →)</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was paid. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.</source>
        <translation>Todavía nadie sabe si quedó pagada. No reciba ni devuelva dinero hasta que la cámara conteste. Pregunte de nuevo: el mismo pago nunca se hace dos veces.</translation>
    </message>
    <message>
        <source>The payment had been made already, before the answer was lost. It was not made twice.</source>
        <translation>El pago ya había quedado hecho antes de perderse la respuesta. No se hizo dos veces.</translation>
    </message>
    <message>
        <source>The money is in the account.</source>
        <translation>El dinero está en la cuenta.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Liquidación</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>May be paid until</source>
        <translation>Se puede pagar hasta</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Pagada el</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>reversado</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
</context>
<context>
    <name>SettlementTexts</name>
    <message>
        <source>To be paid</source>
        <translation>Por pagar</translation>
    </message>
    <message>
        <source>To be paid (slip for the bank)</source>
        <translation>Por pagar (con volante para el banco)</translation>
    </message>
    <message>
        <source>Being paid at a desk</source>
        <translation>En pago en una caja</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagada</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>The settlement is made. Give the customer its number and its recovery code: it may be paid here now or at any desk until it expires.</source>
        <translation>La liquidación está creada. Entregue al cliente el número y el código de recuperación: se puede pagar aquí ahora o en cualquier caja hasta que venza.</translation>
    </message>
    <message>
        <source>It was let go and nothing was paid. If the customer handed over money, give it back.</source>
        <translation>Quedó libre y no se pagó nada. Si el cliente entregó dinero, devuélvalo.</translation>
    </message>
    <message>
        <source>It is free again, with your name and your reason in the trail. No payment of the other desk arrived, and none will be taken from it.</source>
        <translation>Está libre otra vez, con su nombre y su motivo en el registro. No llegó ningún pago de la otra caja, y ya no se le recibirá.</translation>
    </message>
    <message>
        <source>It is cancelled: nobody can pay it any more.</source>
        <translation>Está anulada: nadie la puede pagar.</translation>
    </message>
</context>
<context>
    <name>Settlements</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Money that somebody asked to pay into a prepaid account. Every look is recorded with your name.</source>
        <translation>Dinero que alguien pidió cargar a una cuenta de prepago. Cada consulta queda registrada con su nombre.</translation>
    </message>
    <message>
        <source>Pay a settlement</source>
        <translation>Pagar una liquidación</translation>
    </message>
    <message>
        <source>The number has six digits. The recovery code has six signs, letters among them; capitals or not is the same. To make a new settlement, find the customer first (F3).</source>
        <translation>El número tiene seis dígitos. El código de recuperación tiene seis signos, con letras; da igual mayúsculas o minúsculas. Para crear una liquidación nueva, busque primero al cliente (F3).</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Yours, the newest first (↑ ↓ to choose).</source>
        <translation>Los suyos, el más reciente primero (↑ ↓ para elegir).</translation>
    </message>
    <message>
        <source>Everybody&apos;s, the newest first (↑ ↓ to choose).</source>
        <translation>Los de todos, el más reciente primero (↑ ↓ para elegir).</translation>
    </message>
    <message>
        <source>Shifts and their closes</source>
        <translation>Turnos y sus cierres</translation>
    </message>
    <message>
        <source>There is no shift yet.</source>
        <translation>Todavía no hay turnos.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>It has not been closed yet: what should be in its drawer is said after the count.</source>
        <translation>Todavía no se ha cerrado: lo que debe haber en la caja se dice después del conteo.</translation>
    </message>
    <message>
        <source>Opened again by %1 on %2: %3</source>
        <translation>Reabierto por %1 el %2: %3</translation>
    </message>
    <message>
        <source>Close %1 · %2 · %3</source>
        <translation>Cierre %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Explained: %1</source>
        <translation>Explicación: %1</translation>
    </message>
    <message>
        <source>Movements without answer when it was closed: %1</source>
        <translation>Movimientos sin respuesta al cerrar: %1</translation>
    </message>
</context>
<context>
    <name>ShowReport</name>
    <message>
        <source>There is nothing to tell.</source>
        <translation>Sin registros.</translation>
    </message>
    <message>
        <source>Page %1 of %2 · the first %3 rows, there are more: the totals are of these</source>
        <translation>Página %1 de %2 · las primeras %3 filas, hay más: los totales son de estas</translation>
    </message>
    <message>
        <source>Page %1 of %2 · %3 rows · totals of all of them</source>
        <translation>Página %1 de %2 · %3 filas · los totales son de todas</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Who works here?</source>
        <translation>¿Quién va a trabajar?</translation>
    </message>
    <message>
        <source>Type your staff key</source>
        <translation>Escriba su clave de funcionario</translation>
    </message>
    <message>
        <source>Type the code of your authenticator</source>
        <translation>Escriba el código de su autenticador</translation>
    </message>
    <message>
        <source>Enter without network</source>
        <translation>Entrar sin red</translation>
    </message>
    <message>
        <source>Read this out by telephone</source>
        <translation>Lea esto por teléfono</translation>
    </message>
    <message>
        <source>Maintenance of this machine</source>
        <translation>Mantenimiento de esta máquina</translation>
    </message>
    <message>
        <source>Cashier&apos;s desk</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Ask for a challenge</source>
        <translation>Pedir un reto</translation>
    </message>
    <message>
        <source>Open maintenance</source>
        <translation>Abrir mantenimiento</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>Your user of the staff</source>
        <translation>Su usuario de funcionario</translation>
    </message>
    <message>
        <source>Type the answer that is read to you</source>
        <translation>Escriba la respuesta que le dicten</translation>
    </message>
    <message>
        <source>Somebody of the chamber with permission answers by telephone. Choose what you are here for.</source>
        <translation>Alguien de la cámara con permiso le responde por teléfono. Elija con qué cargo entra.</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Six digits. Each code is good for one sign-in only.</source>
        <translation>Seis dígitos. Cada código sirve para un solo ingreso.</translation>
    </message>
    <message>
        <source>Cover the keyboard with your hand.</source>
        <translation>Cubra el teclado con la mano.</translation>
    </message>
</context>
<context>
    <name>SiteVersions</name>
    <message>
        <source>Changes at this machine, newest first</source>
        <translation>Cambios en este equipo, primero el último</translation>
    </message>
    <message>
        <source>Everything as in the file</source>
        <translation>Todo como en el archivo</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Volver a ella</translation>
    </message>
</context>
<context>
    <name>SoldCertificate</name>
    <message>
        <source>Verification code</source>
        <translation>Código de verificación</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Matrícula</translation>
    </message>
    <message>
        <source>About</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Expedido</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Punto de venta</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún no tiene</translation>
    </message>
    <message>
        <source>Account of</source>
        <translation>Cuenta de</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Copies so far</source>
        <translation>Copias hasta ahora</translation>
    </message>
    <message>
        <source>%1, %2 more are free</source>
        <translation>%1, quedan %2 gratis</translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message>
        <source>User, key or code are not right. Wait for the next code and type both again.</source>
        <translation>El usuario, la clave o el código no son correctos. Espere el código siguiente y escriba ambos de nuevo.</translation>
    </message>
    <message>
        <source>There were several failed tries. Wait a little before you try again.</source>
        <translation>Hubo varios intentos fallidos. Espere un poco antes de intentar de nuevo.</translation>
    </message>
    <message>
        <source>This user is blocked. An administrator can hand over a new key.</source>
        <translation>Este usuario está bloqueado. Un administrador le puede entregar una clave nueva.</translation>
    </message>
    <message>
        <source>This user has no authenticator yet. Enrol it first with the key that was handed over.</source>
        <translation>Este usuario aún no tiene autenticador. Primero regístrelo con la clave que le entregaron.</translation>
    </message>
    <message>
        <source>This user has no permission for this place.</source>
        <translation>Este usuario no tiene permiso para entrar aquí.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber.</source>
        <translation>No hay conexión con la cámara.</translation>
    </message>
    <message>
        <source>The chamber&apos;s service does not answer.</source>
        <translation>El servicio de la cámara no responde.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber, and the key is not right.</source>
        <translation>No hay conexión con la cámara, y la clave no es correcta.</translation>
    </message>
    <message>
        <source>There were too many wrong keys. Sign in when there is connection, or ask for a challenge.</source>
        <translation>Hubo demasiadas claves equivocadas. Entre cuando haya conexión, o pida un reto.</translation>
    </message>
    <message>
        <source>The answer is not right.</source>
        <translation>La respuesta no es correcta.</translation>
    </message>
    <message>
        <source>This challenge is used up or too old. Ask for another one.</source>
        <translation>Este reto ya se usó o es muy viejo. Pida otro.</translation>
    </message>
    <message>
        <source>There were several wrong answers. The next challenge has to wait.</source>
        <translation>Hubo varias respuestas incorrectas. El próximo reto tiene que esperar.</translation>
    </message>
    <message>
        <source>The machine&apos;s clock is not to be trusted, and an answer is good for one day only. Set the clock first.</source>
        <translation>El reloj de la máquina no es confiable, y una respuesta vale para un solo día. Primero ponga el reloj en hora.</translation>
    </message>
    <message>
        <source>The chamber does not accept this machine at present.</source>
        <translation>Por ahora la cámara no acepta esta máquina.</translation>
    </message>
    <message>
        <source>Something failed inside the machine.</source>
        <translation>Algo falló dentro de la máquina.</translation>
    </message>
    <message numerus="yes">
        <source>%n try(ies) left.</source>
        <translation>
            <numerusform>Queda %n intento.</numerusform>
            <numerusform>Quedan %n intentos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepHeader</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <translation>Paso %1 de %2 · %3</translation>
    </message>
</context>
<context>
    <name>SwitchTile</name>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The printer does not answer.</source>
        <translation>La impresora no responde.</translation>
    </message>
    <message>
        <source>The state of the printer is not known.</source>
        <translation>No se conoce el estado de la impresora.</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>La cuchilla de la impresora está trabada.</translation>
    </message>
    <message>
        <source>The paper is stuck.</source>
        <translation>El papel está atascado.</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>La tapa de la impresora está abierta.</translation>
    </message>
    <message>
        <source>The printer has run out of paper.</source>
        <translation>La impresora se quedó sin papel.</translation>
    </message>
    <message>
        <source>A printed sheet is still in the slot. Please take it.</source>
        <translation>Hay un papel impreso en la ranura. Retírelo, por favor.</translation>
    </message>
    <message>
        <source>The printer is too hot and is cooling down.</source>
        <translation>La impresora está muy caliente y se está enfriando.</translation>
    </message>
    <message>
        <source>The printer is paused.</source>
        <translation>La impresora está en pausa.</translation>
    </message>
    <message>
        <source>This place has no printer.</source>
        <translation>Este puesto no tiene impresora.</translation>
    </message>
    <message>
        <source>Printing ready</source>
        <translation>Impresión lista</translation>
    </message>
    <message>
        <source>Printer without answer</source>
        <translation>Impresora sin respuesta</translation>
    </message>
    <message>
        <source>Printer being checked</source>
        <translation>Revisando impresora</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>Cuchilla trabada</translation>
    </message>
    <message>
        <source>Paper stuck</source>
        <translation>Papel atascado</translation>
    </message>
    <message>
        <source>Printer open</source>
        <translation>Impresora abierta</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>Impresión detenida</translation>
    </message>
    <message>
        <source>Paper in the slot</source>
        <translation>Papel en la ranura</translation>
    </message>
    <message>
        <source>Printer cooling down</source>
        <translation>Impresora enfriándose</translation>
    </message>
    <message>
        <source>Printer paused</source>
        <translation>Impresora en pausa</translation>
    </message>
    <message>
        <source>No printer here</source>
        <translation>Sin impresora</translation>
    </message>
    <message>
        <source>Enough paper</source>
        <translation>Papel suficiente</translation>
    </message>
    <message>
        <source>Little paper left</source>
        <translation>Queda poco papel</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>Sin papel</translation>
    </message>
    <message>
        <source>Paper being checked</source>
        <translation>Revisando papel</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Citizenship card</source>
        <translation>Cédula de ciudadanía</translation>
    </message>
    <message>
        <source>NIT (tax number)</source>
        <translation>NIT</translation>
    </message>
    <message>
        <source>Foreigner&apos;s card</source>
        <translation>Cédula de extranjería</translation>
    </message>
    <message>
        <source>Identity card (minors)</source>
        <translation>Tarjeta de identidad</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pasaporte</translation>
    </message>
    <message>
        <source>Type your document number.</source>
        <translation>Escriba su número de documento.</translation>
    </message>
    <message>
        <source>The number has too few or too many digits. Check it.</source>
        <translation>Al número le faltan o le sobran dígitos. Revíselo.</translation>
    </message>
    <message>
        <source>This document has only numbers.</source>
        <translation>Este documento solo tiene números.</translation>
    </message>
    <message>
        <source>The number does not start with zero. Check it.</source>
        <translation>El número no empieza por cero. Revíselo.</translation>
    </message>
    <message>
        <source>The last digit of the NIT does not match the others. Type the whole NIT, with its check digit.</source>
        <translation>El último dígito del NIT no corresponde a los demás. Escriba el NIT completo, con su dígito de verificación.</translation>
    </message>
    <message>
        <source>The document or the key is not right. Try again.</source>
        <translation>El documento o la clave no coinciden. Intente de nuevo.</translation>
    </message>
    <message>
        <source>There were several failed tries. Wait a little before you try again.</source>
        <translation>Hubo varios intentos fallidos. Espere un poco antes de intentar de nuevo.</translation>
    </message>
    <message>
        <source>The key is blocked. You can create a new one at the counter of the chamber.</source>
        <translation>La clave está bloqueada. Puede crear una nueva en la ventanilla de la cámara.</translation>
    </message>
    <message>
        <source>Your user is not active yet. Follow the link that was sent to your e-mail.</source>
        <translation>Su usuario aún no está activo. Siga el enlace que se envió a su correo.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Su sesión terminó. Ingrese de nuevo.</translation>
    </message>
    <message>
        <source>There is no prepaid account with that document. Check the number.</source>
        <translation>No hay cuenta prepago con ese documento. Revise el número.</translation>
    </message>
    <message>
        <source>The prepaid key is not right. It is not the secure key. Try again.</source>
        <translation>La clave prepago no es correcta. No es la clave segura. Intente de nuevo.</translation>
    </message>
    <message>
        <source>The balance is not enough for this purchase.</source>
        <translation>El saldo no alcanza para esta compra.</translation>
    </message>
    <message>
        <source>The price has changed. Check the new total before you pay.</source>
        <translation>El precio cambió. Revise el nuevo total antes de pagar.</translation>
    </message>
    <message>
        <source>This certificate is not sold here. Ask at the counter.</source>
        <translation>Este certificado no se vende aquí. Pregunte en la ventanilla.</translation>
    </message>
    <message>
        <source>This order is too large. Buy it in two parts.</source>
        <translation>El pedido es muy grande. Cómprelo en dos partes.</translation>
    </message>
    <message>
        <source>You have reached the largest number of certificates for one order.</source>
        <translation>Llegó al máximo de certificados por pedido.</translation>
    </message>
    <message>
        <source>Too much time went by before printing. Nothing was charged.</source>
        <translation>Pasó demasiado tiempo antes de imprimir. No se cobró nada.</translation>
    </message>
    <message>
        <source>Nothing was found. Check what you typed.</source>
        <translation>No se encontró nada. Revise lo que escribió.</translation>
    </message>
    <message>
        <source>The receipt is not ready yet. You can ask for it at the counter.</source>
        <translation>El recibo aún no está listo. Puede pedirlo en la ventanilla.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber. Try again in some minutes.</source>
        <translation>No hay conexión con la cámara. Intente de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>The chamber&apos;s service does not answer. Try again in some minutes.</source>
        <translation>El servicio de la cámara no responde. Intente de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>The chamber did not authorise this purchase.</source>
        <translation>La cámara no autorizó esta compra.</translation>
    </message>
    <message>
        <source>The certificate did not arrive complete, so it was not printed.</source>
        <translation>El certificado no llegó completo y por eso no se imprimió.</translation>
    </message>
    <message>
        <source>The authorisation ran out before printing.</source>
        <translation>La autorización venció antes de imprimir.</translation>
    </message>
    <message>
        <source>Somebody has decided already, or it is being printed at another dispenser.</source>
        <translation>Alguien ya decidió, o se está imprimiendo en otro dispensador.</translation>
    </message>
    <message>
        <source>Its own dispenser has not told yet how it ended.</source>
        <translation>Su propio dispensador todavía no ha informado cómo terminó.</translation>
    </message>
    <message>
        <source>The printer failed.</source>
        <translation>La impresora falló.</translation>
    </message>
    <message>
        <source>The machine cannot save its records.</source>
        <translation>La máquina no puede guardar sus registros.</translation>
    </message>
    <message>
        <source>There are purchases that the chamber must check first.</source>
        <translation>Hay compras que la cámara debe revisar primero.</translation>
    </message>
    <message>
        <source>There is no prepaid account with your document yet.</source>
        <translation>Su documento aún no tiene cuenta prepago.</translation>
    </message>
    <message>
        <source>There is not enough paper for this order.</source>
        <translation>No hay papel suficiente para este pedido.</translation>
    </message>
    <message>
        <source>Something failed inside the machine.</source>
        <translation>Algo falló dentro de la máquina.</translation>
    </message>
    <message>
        <source>Recharge</source>
        <translation>Recarga</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Devolución</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Print it, marked as a copy and with the same verification code; it is charged once. Or get your money back.</source>
        <translation>Imprimirla, con la marca COPIA y el mismo código de verificación; se cobra una sola vez. O recuperar su dinero.</translation>
    </message>
    <message>
        <source>Natural person</source>
        <translation>Persona natural</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Establishment</source>
        <translation>Establecimiento</translation>
    </message>
    <message>
        <source>Non-profit</source>
        <translation>Entidad sin ánimo de lucro</translation>
    </message>
    <message>
        <source>Bidder</source>
        <translation>Proponente</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Authorising</source>
        <translation>Autorizando</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Buttons further down</source>
        <translation>Botones más abajo</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Sin movimiento</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>White and yellow on black.</source>
        <translation>Blanco y amarillo sobre negro.</translation>
    </message>
    <message>
        <source>Everything to touch is in the lower half.</source>
        <translation>Todos los botones quedan en la mitad de abajo.</translation>
    </message>
    <message>
        <source>The screens change without movement.</source>
        <translation>Las pantallas cambian sin desplazarse.</translation>
    </message>
    <message>
        <source>The machine waits twice as long for you.</source>
        <translation>La máquina le espera el doble de tiempo.</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>No cobrado</translation>
    </message>
    <message>
        <source>It was interrupted. You can print it now or get your money back.</source>
        <translation>Se interrumpió. Puede imprimirla ahora o recuperar su dinero.</translation>
    </message>
    <message>
        <source>Its dispenser is still working on it.</source>
        <translation>Su dispensador todavía está trabajando en ella.</translation>
    </message>
    <message>
        <source>Its dispenser has not told how it ended. You can get your money back.</source>
        <translation>Su dispensador no ha informado cómo terminó. Puede recuperar su dinero.</translation>
    </message>
    <message>
        <source>It is being printed at a dispenser now.</source>
        <translation>Se está imprimiendo ahora en un dispensador.</translation>
    </message>
    <message>
        <source>The chamber has decided that it was printed. It is being charged.</source>
        <translation>La cámara decidió que salió impresa. Se está cobrando.</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En proceso</translation>
    </message>
    <message>
        <source>No news yet</source>
        <translation>Sin noticias</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Being charged</source>
        <translation>Por cobrar</translation>
    </message>
    <message>
        <source>The printing was interrupted. The money is set aside and has not been charged.</source>
        <translation>La impresión se interrumpió. El dinero está apartado y no se ha cobrado.</translation>
    </message>
    <message>
        <source>The money is set aside and has not been charged.</source>
        <translation>El dinero está apartado y no se ha cobrado.</translation>
    </message>
    <message>
        <source>The money has not been charged.</source>
        <translation>El dinero no se ha cobrado.</translation>
    </message>
    <message>
        <source>The money is set aside and is charged only once.</source>
        <translation>El dinero está apartado y se cobra una sola vez.</translation>
    </message>
    <message>
        <source>Somebody of the chamber saw that the paper came out. Its price is being charged.</source>
        <translation>Alguien de la cámara vio que el papel salió. Su valor se está cobrando.</translation>
    </message>
    <message>
        <source>Whether the paper came out whole.</source>
        <translation>Si el papel salió completo.</translation>
    </message>
    <message>
        <source>How it ends: its dispenser is still at it.</source>
        <translation>Cómo termina: su dispensador todavía está en ello.</translation>
    </message>
    <message>
        <source>How it ended: its dispenser has no connection with the chamber.</source>
        <translation>Cómo terminó: su dispensador no tiene conexión con la cámara.</translation>
    </message>
    <message>
        <source>How it ends: a dispenser is printing it now.</source>
        <translation>Cómo termina: un dispensador la imprime en este momento.</translation>
    </message>
    <message>
        <source>Wait some minutes and look here again.</source>
        <translation>Espere unos minutos y vuelva a consultar aquí.</translation>
    </message>
    <message>
        <source>Get your money back now. If it turns out later that the paper came out, it is charged then.</source>
        <translation>Recuperar su dinero ahora. Si después se comprueba que el papel salió, se cobra en ese momento.</translation>
    </message>
    <message>
        <source>Take the paper there. If it does not come out, you can decide here again in some minutes.</source>
        <translation>Retire el papel allá. Si no sale, en unos minutos puede decidir aquí otra vez.</translation>
    </message>
    <message>
        <source>If that is not so, ask at the counter of the chamber.</source>
        <translation>Si no fue así, pregunte en la ventanilla de la cámara.</translation>
    </message>
    <message>
        <source>Done, take your certificate</source>
        <translation>Listo, retire su certificado</translation>
    </message>
    <message>
        <source>Your money is back</source>
        <translation>Su dinero está de vuelta</translation>
    </message>
    <message>
        <source>It had been charged already</source>
        <translation>Ya se había cobrado</translation>
    </message>
    <message>
        <source>It could not be printed</source>
        <translation>No se pudo imprimir</translation>
    </message>
    <message>
        <source>It was interrupted again</source>
        <translation>Se interrumpió otra vez</translation>
    </message>
    <message>
        <source>The confirmation is missing</source>
        <translation>Falta la confirmación</translation>
    </message>
    <message>
        <source>It cannot be done now</source>
        <translation>Ahora no es posible</translation>
    </message>
    <message>
        <source>It was printed and charged once: %1. The mark “COPIA” does not lessen its worth.</source>
        <translation>Se imprimió y se cobró una sola vez: %1. La marca «COPIA» no le quita validez.</translation>
    </message>
    <message>
        <source>%1 is in your balance again. The verification code is void.</source>
        <translation>%1 están otra vez en su saldo. El código de verificación quedó anulado.</translation>
    </message>
    <message>
        <source>The paper came out and %1 was charged before you asked.</source>
        <translation>El papel salió y se cobraron %1 antes de su solicitud.</translation>
    </message>
    <message>
        <source>Nothing came out and nothing was charged. You can try it again or get your money back.</source>
        <translation>No salió nada y no se cobró nada. Puede intentarlo otra vez o recuperar su dinero.</translation>
    </message>
    <message>
        <source>We do not know whether the paper came out. %1 stays set aside and is not charged; you can decide at any dispenser with your key.</source>
        <translation>No sabemos si el papel salió. %1 siguen apartados y no se han cobrado; puede decidir en cualquier dispensador con su clave.</translation>
    </message>
    <message>
        <source>The chamber did not answer. We cannot say yet that %1 is back: look here again in some minutes, with your key.</source>
        <translation>La cámara no respondió. Todavía no podemos decir que %1 están de vuelta: consulte otra vez en unos minutos, con su clave.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>A paper with this code is being printed …</source>
        <translation>Se está imprimiendo un papel con este código…</translation>
    </message>
    <message>
        <source>Take the paper with this code.</source>
        <translation>Retire el papel con este código.</translation>
    </message>
    <message>
        <source>There is no paper for this code. Write it down or take a picture.</source>
        <translation>No hay papel para este código. Anótelo o tómele una foto.</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Nothing was charged. Your balance is complete.</source>
        <translation>No se cobró nada. Su saldo está completo.</translation>
    </message>
    <message>
        <source>Only what came out printed was charged: %1. The rest is back in your balance.</source>
        <translation>Solo se cobró lo que salió impreso: %1. El resto volvió a su saldo.</translation>
    </message>
    <message>
        <source>You will not be charged for what did not come out. The money goes back to your balance as soon as there is connection.</source>
        <translation>No se le cobra lo que no salió. El dinero vuelve a su saldo en cuanto haya conexión.</translation>
    </message>
    <message>
        <source>What did come out was charged: %1.</source>
        <translation>Lo que sí salió se cobró: %1.</translation>
    </message>
    <message>
        <source>Do you want the receipt on paper?</source>
        <translation>¿Quiere el recibo en papel?</translation>
    </message>
    <message>
        <source>Printing the receipt …</source>
        <translation>Imprimiendo el recibo…</translation>
    </message>
    <message>
        <source>Take your receipt.</source>
        <translation>Retire su recibo.</translation>
    </message>
    <message>
        <source>The receipt could not be printed. Ask for it at the counter with the order number.</source>
        <translation>El recibo no se pudo imprimir. Pídalo en la ventanilla con el número de pedido.</translation>
    </message>
    <message>
        <source>The receipt cannot be printed now. Ask for it at the counter with the order number.</source>
        <translation>El recibo no se puede imprimir ahora. Pídalo en la ventanilla con el número de pedido.</translation>
    </message>
    <message>
        <source>There is no connection with the chamber</source>
        <translation>No hay conexión con la cámara</translation>
    </message>
    <message>
        <source>The printer is not ready</source>
        <translation>La impresora no está lista</translation>
    </message>
    <message>
        <source>There is no paper</source>
        <translation>No hay papel</translation>
    </message>
    <message>
        <source>The machine cannot save its records</source>
        <translation>La máquina no puede guardar sus registros</translation>
    </message>
    <message>
        <source>The chamber must check earlier purchases</source>
        <translation>La cámara debe revisar compras anteriores</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identificación</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Matrícula</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Printing</source>
        <comment>step</comment>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Buy certificates</source>
        <translation>Comprar certificados</translation>
    </message>
    <message>
        <source>See balance</source>
        <translation>Consultar saldo</translation>
    </message>
    <message>
        <source>Resume a purchase</source>
        <translation>Retomar trámite</translation>
    </message>
    <message>
        <source>They are printed right here and paid with your prepaid balance.</source>
        <translation>Se imprimen aquí mismo y se pagan con su saldo prepago.</translation>
    </message>
    <message>
        <source>Your available money and your latest movements.</source>
        <translation>Su dinero disponible y sus últimos movimientos.</translation>
    </message>
    <message>
        <source>It was interrupted and you have a recovery code.</source>
        <translation>Una compra se interrumpió y usted tiene un código de recuperación.</translation>
    </message>
    <message>
        <source>There is too little paper left in the printer.</source>
        <translation>Queda muy poco papel en la impresora.</translation>
    </message>
    <message>
        <source>Paper running out</source>
        <translation>Papel por agotarse</translation>
    </message>
    <message>
        <source>The machine&apos;s clock does not agree with the chamber&apos;s.</source>
        <translation>El reloj de la máquina no coincide con el de la cámara.</translation>
    </message>
    <message>
        <source>The machine found a contradiction in its records. The chamber must check it.</source>
        <translation>La máquina encontró una contradicción en sus registros. La cámara debe revisarla.</translation>
    </message>
    <message>
        <source>The chamber has closed this machine for now.</source>
        <translation>La cámara cerró esta máquina por ahora.</translation>
    </message>
    <message>
        <source>The chamber does not accept this machine at present.</source>
        <translation>La cámara no acepta esta máquina por el momento.</translation>
    </message>
    <message>
        <source>We do not know yet whether a certificate came out. Its price is set aside, not charged, until you decide at any dispenser.</source>
        <translation>Aún no sabemos si un certificado salió impreso. Su precio queda apartado, no cobrado, hasta que usted decida en cualquier dispensador.</translation>
    </message>
    <message>
        <source>The time is not right</source>
        <translation>La hora no es correcta</translation>
    </message>
    <message>
        <source>The machine must be checked</source>
        <translation>La máquina debe ser revisada</translation>
    </message>
    <message>
        <source>This machine is closed</source>
        <translation>Esta máquina está cerrada</translation>
    </message>
    <message>
        <source>That code is not an identity document. Type the number.</source>
        <translation>Ese código no es un documento de identidad. Escriba el número.</translation>
    </message>
</context>
<context>
    <name>TimeoutOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message numerus="yes">
        <source>For your safety we close your session in %n second(s).</source>
        <translation>
            <numerusform>Por su seguridad cerramos la sesión en %n segundo.</numerusform>
            <numerusform>Por su seguridad cerramos la sesión en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We go back to the start in %n second(s).</source>
        <translation>
            <numerusform>Volvemos al inicio en %n segundo.</numerusform>
            <numerusform>Volvemos al inicio en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Session of %1</source>
        <translation>Sesión de %1</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>TopUp</name>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Recargar %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Back to the customer</source>
        <translation>Volver al cliente</translation>
    </message>
    <message>
        <source>Load money</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>¿Está correcto?</translation>
    </message>
    <message>
        <source>The answer did not come</source>
        <translation>La respuesta no llegó</translation>
    </message>
    <message>
        <source>Money loaded</source>
        <translation>Recarga hecha</translation>
    </message>
    <message>
        <source>Form of payment (arrows ← →)</source>
        <translation>Forma de pago (flechas ← →)</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the money was loaded. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.</source>
        <translation>Todavía no se sabe si la recarga se hizo. No reciba ni devuelva dinero hasta que la cámara responda. Pregunte de nuevo: el mismo pago nunca se hace dos veces.</translation>
    </message>
    <message>
        <source>The payment had been made already, before the answer was lost. It was not made twice.</source>
        <translation>El pago ya se había hecho antes de perderse la respuesta. No se hizo dos veces.</translation>
    </message>
    <message>
        <source>The money is in the account.</source>
        <translation>El dinero está en la cuenta.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Form of payment</source>
        <translation>Forma de pago</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Available before</source>
        <translation>Disponible antes</translation>
    </message>
</context>
<context>
    <name>TotalBlock</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificado</numerusform>
            <numerusform>%n certificados</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Saldo después</translation>
    </message>
</context>
<context>
    <name>TouchTest</name>
    <message>
        <source>The screen turns into fields. Go over every one with a finger. The test ends when all have answered, or ten seconds after the last touch.</source>
        <translation>La pantalla se llena de campos. Pase el dedo por todos. La prueba termina cuando todos respondan, o diez segundos después del último toque.</translation>
    </message>
    <message>
        <source>Begin the test</source>
        <translation>Empezar la prueba</translation>
    </message>
</context>
<context>
    <name>Unanswered</name>
    <message>
        <source>Ask the chamber</source>
        <translation>Preguntar a la cámara</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>They left this computer, and no answer came back. Only the chamber knows whether they were made.</source>
        <translation>Salieron de este computador y no volvió respuesta. Solo la cámara sabe si se hicieron.</translation>
    </message>
    <message>
        <source>Movements without answer</source>
        <translation>Movimientos sin respuesta</translation>
    </message>
    <message>
        <source>It had been made: receipt %1, %2. The customer&apos;s account is right. Print its paper from the customer&apos;s page.</source>
        <translation>Sí se había hecho: recibo %1, %2. La cuenta del cliente está bien. Imprima el papel desde la página del cliente.</translation>
    </message>
    <message>
        <source>It was never made. No money moved in the account; if the customer paid, make it again.</source>
        <translation>Nunca se hizo. En la cuenta no se movió dinero; si el cliente pagó, hágala de nuevo.</translation>
    </message>
    <message>
        <source>Nothing is open any more.</source>
        <translation>Ya no queda nada abierto.</translation>
    </message>
    <message>
        <source>Reversal of a payment</source>
        <translation>Reversión de un pago</translation>
    </message>
    <message>
        <source>Money for an account</source>
        <translation>Recarga de una cuenta</translation>
    </message>
    <message>
        <source>Payment of certificates</source>
        <translation>Pago de certificados</translation>
    </message>
    <message>
        <source>Decision about a payment of a bank</source>
        <translation>Decisión sobre un pago de un banco</translation>
    </message>
</context>
<context>
    <name>Unavailable</name>
    <message>
        <source>Please come back in some minutes, or ask at the counter.</source>
        <translation>Vuelva en unos minutos o pregunte en la ventanilla.</translation>
    </message>
    <message>
        <source>You can still see your balance. Certificates are sold again as soon as this is solved.</source>
        <translation>Mientras tanto puede consultar su saldo. La venta vuelve en cuanto se resuelva.</translation>
    </message>
    <message>
        <source>This screen goes away by itself as soon as the machine works again.</source>
        <translation>Esta pantalla se quita sola en cuanto la máquina vuelva a funcionar.</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Ayuda: %1</translation>
    </message>
    <message>
        <source>See my balance</source>
        <translation>Consultar mi saldo</translation>
    </message>
</context>
<context>
    <name>UnfinishedCard</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · Code %2</source>
        <translation>%1 · Código %2</translation>
    </message>
</context>
<context>
    <name>WireList</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
</context>
</TS>
