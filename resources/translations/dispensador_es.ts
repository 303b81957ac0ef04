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
    <name>MovementRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>Unavailable</name>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
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
</TS>
