pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The fields of a screen, one under the other; the first one takes the keyboard when the screen comes up.
Column {
    id: form

    property var fields: []
    property bool compact: false

    signal intent(string name, var args)

    function begin(): void {
        const first = repeater.itemAt(0) as DeskField;
        if (first !== null)
            first.grab();
    }

    spacing: Theme.gapWide

    Component.onCompleted: Qt.callLater(form.begin)

    Repeater {
        id: repeater

        model: RowModel {
            rows: form.fields
        }

        onItemAdded: index => {
            if (index === 0)
                Qt.callLater(form.begin);
        }

        DeskField {
            compact: form.compact
            width: form.width

            onIntent: (name, args) => form.intent(name, args)
        }
    }
}
