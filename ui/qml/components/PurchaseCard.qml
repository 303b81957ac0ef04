import QtQuick
import Dispensador

// A purchase in short: what, for whom, how much. With large letters the price has a line of its own.
Card {
    id: card

    property string certificate
    property string registration
    property string amount
    readonly property bool stacked: !Theme.landscape && Theme.crowded

    implicitHeight: (stacked ? words.height + price.height : Math.max(words.height, price.height)) + Theme.gapWide * 2

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.right: card.stacked ? parent.right : price.left
        anchors.rightMargin: card.stacked ? Theme.gapWide : Theme.gap
        spacing: Theme.space / 2
        y: card.stacked ? Theme.gapWide : (card.height - height) / 2

        Label {
            objectName: "certificate"
            size: Theme.crowded && card.certificate.length > 44 ? Theme.small : Theme.body
            text: card.certificate
            weight: Font.Bold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: card.registration
            visible: !(Theme.landscape && Theme.crowded)
            width: parent.width
        }
    }

    Label {
        id: price

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        font.features: {
            "tnum": 1
        }
        objectName: "amount"
        size: Theme.large
        text: card.amount
        weight: Font.Bold
        wrapMode: Text.NoWrap
        y: card.stacked ? words.y + words.height : (card.height - height) / 2
    }
}
