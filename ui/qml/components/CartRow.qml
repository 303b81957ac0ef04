import QtQuick
import Dispensador

// One line of the order: how many, what, of whom, how much.
Item {
    id: row

    required property int index
    required property string certificate
    required property string registration
    required property int quantity
    required property string price
    required property string subtotal

    Rectangle {
        color: Theme.line
        height: Math.max(1, Theme.stroke / 2)
        visible: row.index > 0
        width: parent.width
    }

    Label {
        id: count

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        size: Theme.body
        text: qsTr("%1 ×").arg(row.quantity)
        width: Math.max(implicitWidth, Theme.space * 7)
        weight: Font.Bold
    }

    Column {
        anchors.left: count.right
        anchors.leftMargin: Theme.gapWide
        anchors.right: money.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Label {
            size: row.height < Theme.space * 13 ? Theme.small : Theme.body
            text: row.certificate
            weight: Font.DemiBold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.small
            text: row.quantity > 1 ? qsTr("%1 · %2 each").arg(row.registration).arg(row.price) : row.registration
            width: parent.width
        }
    }

    Label {
        id: money

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        font.features: {
            "tnum": 1
        }
        size: Theme.body
        text: row.subtotal
        weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
