import QtQuick
import Dispensador

// A field to type into with a keyboard. What is typed goes to the core at every sign and comes back as the core has it;
// of a secret nothing stays here, each sign leaves at once and only their number comes back.
Column {
    id: field

    required property string name
    required property string kind
    required property string text
    required property string note
    required property int length
    required property bool wrong
    property string label: DeskTexts.field(name)
    property bool compact: false
    readonly property bool secret: kind === "secret" || kind === "code"
    readonly property bool numeric: kind === "pesos" || kind === "count"
    readonly property bool focused: input.activeFocus || hidden.activeFocus

    signal intent(string name, var args)

    function grab(): void {
        if (field.secret)
            hidden.forceActiveFocus();
        else
            input.forceActiveFocus();
    }

    function sync(): void {
        if (!field.secret && input.text !== field.text)
            input.text = field.text;
    }

    spacing: Theme.space * 0.75

    Component.onCompleted: sync()
    onTextChanged: sync()

    DeskLabel {
        color: field.wrong ? Theme.bad : Theme.soft
        size: Math.round(23 * Theme.unit)
        text: field.label
        visible: text !== ""
        weight: Font.Medium
        width: field.width
    }

    Rectangle {
        border.color: field.wrong ? Theme.bad : field.focused ? Theme.brand : Theme.line
        border.width: field.focused || field.wrong ? Theme.stroke * 1.5 : Theme.stroke
        color: Theme.surface
        height: (field.compact ? 52 : 68) * Theme.unit
        radius: 14 * Theme.unit
        width: field.width

        TextInput {
            id: input

            activeFocusOnTab: !field.secret
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: amount.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            clip: true
            color: Theme.ink
            font.family: Theme.family
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Math.round((field.compact ? 26 : 30) * Theme.unit)
            font.weight: Font.DemiBold
            objectName: "field_" + field.name
            selectByMouse: true
            selectedTextColor: Theme.brandInk
            selectionColor: Theme.brand
            visible: !field.secret

            onActiveFocusChanged: if (activeFocus)
                selectAll()
            onTextEdited: {
                field.intent("type", {
                    "name": field.name,
                    "text": text
                });
                field.sync();
            }
        }

        DeskLabel {
            id: amount

            anchors.right: parent.right
            anchors.rightMargin: text === "" ? 0 : Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.soft
            text: field.note
        }

        Item {
            id: hidden

            activeFocusOnTab: field.secret
            anchors.fill: parent
            objectName: "field_" + field.name
            visible: field.secret

            Keys.onPressed: event => {
                if (event.key === Qt.Key_Backspace) {
                    field.intent("erase_secret", {
                        "name": field.name
                    });
                    event.accepted = true;
                } else if (event.text.length === 1 && event.text >= " " && event.text !== "\u007f") {
                    field.intent("type_secret", {
                        "name": field.name,
                        "char": event.text
                    });
                    event.accepted = true;
                }
            }

            TapArea {
                onTapped: hidden.forceActiveFocus()
            }

            Row {
                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space

                DeskLabel {
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "dots_" + field.name
                    text: "●".repeat(Math.min(field.length, 24))
                }

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.brand
                    height: 34 * Theme.unit
                    visible: hidden.activeFocus
                    width: Theme.stroke
                }
            }
        }
    }
}
