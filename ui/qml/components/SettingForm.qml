pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// One setting: a touch on what it shall say, or keys where it is typed; why it is changed is asked afterwards.
Column {
    id: form

    required property var body
    readonly property bool typed: body.options.length === 0

    signal intent(string name, var args)

    function say(value: string): void {
        form.intent("act_on", {
            "code": "change_setting",
            "what": form.body.editing + "=" + value,
            "amount": 0
        });
    }

    spacing: Theme.gapWide

    Label {
        objectName: "formTitle"
        size: Theme.body
        text: MaintenanceTexts.settings[form.body.editing] ?? form.body.editing
        weight: Font.Bold
        width: parent.width
    }

    Grid {
        id: options

        columnSpacing: Theme.gap
        columns: Theme.landscape ? 4 : 2
        rowSpacing: Theme.gap
        visible: !form.typed
        width: parent.width

        Repeater {
            model: form.body.options

            SecondaryButton {
                required property var modelData

                objectName: "option_" + modelData.text
                text: modelData.text
                width: (options.width - options.columnSpacing * (options.columns - 1)) / options.columns

                onTapped: form.say(modelData.code)
            }
        }
    }

    TypedField {
        hint: qsTr("Type the number")
        text: form.body.typed
        visible: form.typed
        width: parent.width
    }

    CodeKeys {
        columns: Theme.landscape ? 7 : 5
        names: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "+", "-", "erase"]
        visible: form.typed
        width: parent.width

        onIntent: (name, args) => form.intent(name, args)
    }

    Grid {
        id: below

        readonly property real share: (width - columnSpacing * (columns - 1)) / columns

        columnSpacing: Theme.gap
        columns: Theme.landscape ? 3 : 1
        rowSpacing: Theme.gap
        width: parent.width

        SecondaryButton {
            enabled: form.body.typed !== ""
            icon: "check"
            objectName: "saveTyped"
            text: qsTr("Save this")
            visible: form.typed
            width: below.share

            onTapped: form.say(form.body.typed)
        }

        SecondaryButton {
            objectName: "asInFile"
            text: form.body.editing === "closed_from" ? qsTr("Not close early") : qsTr("As in the file")
            width: below.share

            onTapped: form.say("")
        }

        SecondaryButton {
            icon: "x"
            objectName: "cancelEdit"
            text: qsTr("Leave it as it is")
            width: below.share

            onTapped: form.intent("back", {})
        }
    }
}
