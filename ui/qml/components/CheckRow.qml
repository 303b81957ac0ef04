import QtQuick
import Dispensador

// One self-test: what was tested, how it is in a word and a mark, and what was found.
Card {
    id: row

    required property string code
    required property string tone
    required property string detail
    required property string word
    required property string first
    required property string second
    readonly property string found: word === "" ? detail : MaintenanceTexts.checkWord(word, first, second)

    implicitHeight: Math.max(words.height, mark.height) + (Theme.landscape ? Theme.space / 2 : Theme.gap)

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.toneText(row.tone)
        name: MaintenanceTexts.toneIcon(row.tone)
        size: Theme.iconSmall
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Label {
            size: Theme.small
            text: MaintenanceTexts.checks[row.code] ?? row.code
            weight: Font.DemiBold
            width: parent.width
        }

        Label {
            color: Theme.toneText(row.tone)
            objectName: "check_" + row.code
            size: Theme.small
            text: row.found === "" ? MaintenanceTexts.tones[row.tone] ?? "" : (MaintenanceTexts.tones[row.tone] ?? "") + " · " + row.found
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
