import QtQuick
import Dispensador

// What a sale has in it, and what that comes to.
DeskCard {
    id: cart

    property var rows: []
    property string total: ""
    property int shown: 8

    gap: Theme.space
    heading: rows.length > 0 ? qsTr("The order") : qsTr("The order is empty")

    Repeater {
        model: RowModel {
            rows: cart.rows.slice(0, cart.shown)
        }

        Item {
            id: line

            required property string certificate
            required property string registration
            required property int quantity
            required property string subtotal

            height: words.height + Theme.space
            width: parent ? parent.width : 0

            Column {
                id: words

                width: parent.width - price.width - Theme.gap

                DeskLabel {
                    size: Math.round(23 * Theme.unit)
                    text: line.quantity + " × " + line.certificate
                    weight: Font.DemiBold
                    width: parent.width
                }

                DeskLabel {
                    color: Theme.soft
                    size: Math.round(20 * Theme.unit)
                    text: line.registration
                    width: parent.width
                }
            }

            DeskLabel {
                id: price

                anchors.right: parent.right
                font.features: {
                    "tnum": 1
                }
                size: Math.round(23 * Theme.unit)
                text: line.subtotal
                weight: Font.DemiBold
            }
        }
    }

    Rectangle {
        color: Theme.line
        height: Theme.stroke
        visible: cart.rows.length > 0
        width: parent.width
    }

    DeskPair {
        label: qsTr("Total to pay")
        strong: true
        value: cart.rows.length > 0 ? cart.total : ""
        valueName: "totalText"
        width: parent.width
    }
}
