import QtQuick
import Dispensador

// What a certificate was, as its papers say it; for the desk.
DeskCard {
    id: card

    required property var sold
    // While a copy is being made nobody knows yet how many there will be.
    property bool counted: true

    gap: 8 * Theme.unit
    heading: card.sold?.name ?? ""
    visible: !!card.sold

    DeskPair {
        label: qsTr("Verification code")
        strong: true
        value: card.sold?.code ?? ""
        valueName: "soldCodeText"
        width: parent.width
    }

    DeskPair {
        ink: card.sold?.state === "valid" ? Theme.good : Theme.bad
        label: qsTr("State")
        value: CopyTexts.state(card.sold?.state ?? "")
        valueName: "soldStateText"
        width: parent.width
    }

    DeskPair {
        label: qsTr("Registration")
        value: card.sold?.registration ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("About")
        value: card.sold?.about ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Issued")
        value: card.sold?.at ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Place")
        value: card.sold?.place ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Order")
        value: card.sold?.order ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Recovery code")
        value: card.sold?.recoveryCode ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Receipt")
        value: card.sold ? (card.sold.receipt || qsTr("none yet")) : ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Account of")
        value: card.sold?.holder ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Price")
        value: card.sold?.price ?? ""
        width: parent.width
    }

    DeskPair {
        label: qsTr("Copies so far")
        value: card.sold && card.counted ? qsTr("%1, %2 more are free").arg(card.sold.copies).arg(card.sold.free) : ""
        valueName: "copiesText"
        width: parent.width
    }
}
