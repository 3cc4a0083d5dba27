"""Run by `run`: see there. A client that is strict about the protocol: what it is sent must fit its types."""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

NOTEBOOK = pathlib.Path(os.environ["DEBRIEF_NOTEBOOK"])
NOTE = pathlib.Path(os.environ["DEBRIEF_NOTE"])
MARK = b"\xef\xbb\xbf"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=["debrief", "lsp"]))
async def client(lsp_client: LanguageClient):
    watched = []

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(parameters: types.RegistrationParams):
        watched.extend(registration.method for registration in parameters.registrations)

    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"), root_uri=NOTEBOOK.as_uri()
        )
    )
    yield
    assert watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    await lsp_client.shutdown_session()


def offset(text: str, position: types.Position) -> int:
    """Where a position is, counted in UTF-16 as the protocol has it."""
    start = sum(len(line) for line in text.splitlines(keepends=True)[: position.line])
    units = text[start:].encode("utf-16-le")[: position.character * 2]
    return start + len(units.decode("utf-16-le"))


def apply(text: str, edits) -> str:
    for edit in sorted(edits, key=lambda edit: offset(text, edit.range.start), reverse=True):
        start, end = offset(text, edit.range.start), offset(text, edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.asyncio
async def test_a_note_is_edited_and_saved(client: LanguageClient):
    # As editors do, the mark is taken off; the CRLF stay.
    text = NOTE.read_bytes().removeprefix(MARK).decode()
    uri, version = NOTE.as_uri(), 1
    document = types.TextDocumentIdentifier(uri=uri)
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=uri, language_id="markdown", version=version, text=text)
        )
    )

    async def diagnostics():
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return client.diagnostics[uri]

    def change():
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=version),
                [types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    found = {item.code: item for item in await diagnostics()}
    start, end = found["bad-date"].range.start, found["bad-date"].range.end
    assert start.line == 9
    assert text[offset(text, start) : offset(text, end)] == "due:2026-13-01"

    place = types.Position(line=10, character=len("- chew: é😀 Shorter answers. #str".encode("utf-16-le")) // 2)
    completion = await client.text_document_completion_async(
        types.CompletionParams(text_document=document, position=place)
    )
    assert [item.label for item in completion.items] == ["structure"]
    text = apply(text, [completion.items[0].text_edit])
    version += 1
    change()
    await diagnostics()

    for title in ["Swallow it", "Add an action"]:
        line = types.Range(start=types.Position(10, 0), end=types.Position(10, 0))
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(document, line, types.CodeActionContext(diagnostics=[]))
        )
        action = next(action for action in actions if action.title == title)
        (edited,) = action.edit.document_changes
        assert (edited.text_document.uri, edited.text_document.version) == (uri, version)
        text = apply(text, edited.edits)
        version += 1
        change()
        assert "bad-date" in {item.code for item in await diagnostics()}

    NOTE.write_bytes(MARK + text.encode())
    client.text_document_did_save(types.DidSaveTextDocumentParams(document))


@pytest.mark.asyncio
async def test_every_answer_fits_the_protocol(client: LanguageClient):
    note = NOTEBOOK / "2026-09-01-initech.md"
    uri = note.as_uri()
    document = types.TextDocumentIdentifier(uri=uri)
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=note.read_text())
        )
    )
    place = types.Position(3, note.read_text().splitlines()[3].index("#structure") + 2)
    hover = await client.text_document_hover_async(types.HoverParams(document, place))
    assert "**#structure**" in hover.contents.value
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert [symbol.name for symbol in symbols] == ["Chew"]
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="begin end"))
    assert [symbol.name for symbol in found] == ["chew: Begin with the end."]
    definition = await client.text_document_definition_async(types.DefinitionParams(document, place))
    # The test above has swallowed it there.
    assert definition.uri == NOTE.as_uri()
    references = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), document, place)
    )
    assert uri in {location.uri for location in references}
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    assert prepared.placeholder == "structure"
    renamed = await client.text_document_rename_async(types.RenameParams(document, place, "form"))
    assert uri in {change.text_document.uri for change in renamed.document_changes}
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert [lens.command.title for lens in lenses] == ["#structure: 2 people"]
