import QtQuick
import "../../components"
import Dispensador

// Why a certificate is printed again; it stays in the trail with the name of who wanted it.
DeskPage {
    id: screen

    primary: screen.body.roll ? qsTr("Print the copy") : qsTr("Save the copy")
    subtitle: screen.body.roll ? qsTr("It comes out marked COPIA, with the same verification code. It is free, and counted.") : qsTr("This computer has no receipt printer: it is saved as PDF, marked COPIA, with the same verification code. It is free, and counted.")
    title: qsTr("Print a certificate again")

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            spacing: Theme.gapWide
            width: parent.width - sold.width - parent.spacing

            DeskForm {
                fields: screen.body.fields
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.body.error === "" ? "" : CopyTexts.noCopy(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }
        }

        SoldCertificate {
            id: sold

            sold: screen.body.sold
            width: 720 * Theme.unit
        }
    }
}
