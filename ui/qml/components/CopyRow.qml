import QtQuick
import Dispensador

// One copy: icon and word of its phase beside its name.
Card {
    id: row

    required property string certificate
    required property int copyNumber
    required property int copies
    required property string phase
    readonly property string tone: phase === "printed" ? "good" : phase === "uncertain" ? "care" : phase === "released" ? "care" : ""
    readonly property color mark: tone === "" ? (phase === "printing" ? Theme.brand : Theme.soft) : Theme.toneText(tone)

    border.color: phase === "printing" ? Theme.brand : Theme.line
    radius: Theme.radiusSmall

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        colour: row.mark
        name: ({
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
        anchors.right: phaseText.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        size: row.height < Theme.space * 9 ? Math.round(Theme.small * 0.75) : Theme.small
        text: row.copies > 1 ? qsTr("%1 · copy %2").arg(row.certificate).arg(row.copyNumber) : row.certificate
        weight: Font.DemiBold
    }

    Label {
        id: phaseText

        anchors.right: parent.right
        anchors.rightMargin: Theme.gapWide
        anchors.verticalCenter: parent.verticalCenter
        color: row.mark
        horizontalAlignment: Text.AlignRight
        size: Theme.small
        text: Texts.copyPhase(row.phase)
        weight: Font.Medium
        wrapMode: Text.NoWrap
    }
}
