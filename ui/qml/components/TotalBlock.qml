import QtQuick
import Dispensador

// The running total against the balance.
Item {
    id: block

    property int count: 0
    property string total: ""
    property string balanceAfter: ""

    implicitHeight: sum.height + (Theme.landscape ? rest.height + Theme.gapWide : 0)

    Column {
        id: sum

        Label {
            color: Theme.soft
            size: Theme.body
            text: qsTr("%n certificate(s)", "", block.count)
        }

        Label {
            font.features: {
                "tnum": 1
            }
            objectName: "total"
            size: Theme.display
            text: block.total
            weight: Font.Bold
        }
    }

    Column {
        id: rest

        visible: block.balanceAfter !== ""
        x: Theme.landscape ? 0 : block.width - width
        y: Theme.landscape ? sum.height + Theme.gapWide : sum.height - height

        Label {
            anchors.right: Theme.landscape ? undefined : parent.right
            color: Theme.soft
            size: Theme.body
            text: qsTr("Balance after")
        }

        Label {
            anchors.right: Theme.landscape ? undefined : parent.right
            font.features: {
                "tnum": 1
            }
            objectName: "balanceAfter"
            size: Theme.large
            text: block.balanceAfter
            weight: Font.DemiBold
        }
    }
}
