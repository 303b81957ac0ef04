import QtQuick
import Dispensador

// One copy: icon and word of its phase beside its name.
Card {
    id: row

    required property string certificate
    required property int copyNumber
    required property int copies
    required property string phase
    required property string price
    property bool held: false
    property bool results: false
    readonly property bool paused: held && phase === "printing"
    readonly property string cost: !results || price === "" ? "" : phase === "printed" ? qsTr("%1 charged").arg(price) : phase === "uncertain" ? qsTr("%1 set aside").arg(price) : ""
    readonly property bool tall: height >= words.size * 3
    readonly property string tone: phase === "printed" ? "good" : ["uncertain", "released"].includes(phase) || paused ? "care" : ""
    readonly property color mark: tone === "" ? (phase === "printing" ? Theme.brand : Theme.soft) : Theme.toneText(tone)

    border.color: phase !== "printing" ? Theme.line : paused ? Theme.care : Theme.brand
    radius: Theme.radiusSmall

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: row.mark
        name: row.paused ? "hourglass" : ({
                "waiting": "clock",
                "authorising": "lock",
                "printing": "printer",
                "printed": "circle-check",
                "released": "ban",
                "uncertain": "circle-help"
            })[row.phase] ?? "clock"
        size: Theme.iconSmall
    }

    Label {
        anchors.left: icon.right
        anchors.leftMargin: Theme.gap
        anchors.right: side.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        fontSizeMode: Text.VerticalFit // a long name in a narrow row is smaller, never out of its row
        height: row.height - Theme.space * 2
        minimumPixelSize: Math.round(Theme.small * 0.7)
        size: Theme.landscape && row.height < Theme.space * 9 ? Math.round(Theme.small * 0.75) : Theme.small
        text: row.copies > 1 ? qsTr("%1 · copy %2").arg(row.certificate).arg(row.copyNumber) : row.certificate
        verticalAlignment: Text.AlignVCenter
        weight: Font.DemiBold
    }

    Column {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter

        Label {
            id: words

            anchors.right: parent.right
            color: row.mark
            size: Theme.small
            text: row.paused ? qsTr("Paused") : Texts.copyPhase(row.phase)
            weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }

        Label {
            anchors.right: parent.right
            color: Theme.soft
            font.features: {
                "tnum": 1
            }
            size: Theme.small
            text: row.cost
            visible: row.tall && row.cost !== ""
            wrapMode: Text.NoWrap
        }
    }
}
