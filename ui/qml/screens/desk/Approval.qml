import QtQuick
import "../../components"
import Dispensador

// A second person allows it: with their own user, key and code, here and now.
DeskPage {
    id: screen

    // What the first person wants to do.
    readonly property string wish: {
        switch (screen.body.action) {
        case "refund":
            return qsTr("%1 wants to refund %2 (purchase %3).");
        case "apply-payment":
            return qsTr("%1 wants to apply %2 of a bank (reference → settlement: %3).");
        case "return-payment":
            return qsTr("%1 wants to give %2 back to a bank (reference %3).");
        default:
            return qsTr("%1 wants to reverse %2 (receipt %3).");
        }
    }

    backText: qsTr("Without approval")
    primary: qsTr("Approve")
    primaryEnabled: screen.body.waitS === 0
    subtitle: wish.arg(screen.body.askedBy).arg(screen.body.amount).arg(screen.body.about)
    title: qsTr("A second person has to approve")

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        DeskForm {
            id: form

            fields: screen.body.fields
            spacing: Theme.gap
            width: 860 * Theme.unit

            onIntent: (name, args) => screen.send(name, args)
        }

        Column {
            spacing: Theme.gapWide
            width: parent.width - form.width - parent.spacing

            DeskNotice {
                icon: "shield-check"
                text: qsTr("A supervisor or administrator signs here. Tab goes to the next field. Key and code are not shown and not kept.")
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                icon: "hourglass"
                text: screen.body.waitS > 0 ? qsTr("You can try again in %n second(s).", "", screen.body.waitS) : ""
                width: parent.width
            }
        }
    }
}
