import QtQuick
import Dispensador

// A purchase in short: what, for whom, how much.
Card {
    id: card

    property string certificate
    property string registration
    property string amount

    implicitHeight: Math.max(words.height, price.height) + Theme.gapWide * 2

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: price.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space / 2

        Label {
            objectName: "certificate"
            size: Theme.body
            text: card.certificate
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: card.registration
            width: parent.width
        }
    }

    Label {
        id: price

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        font.features: {
            "tnum": 1
        }
        objectName: "amount"
        size: Theme.large
        text: card.amount
        weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
