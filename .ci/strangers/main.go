// Strangers reads a ledger with other people's programs: tessera's fsck, and the notes and tiles of the go.sum database's authors.
// Their own tree and paths are those of the go.sum database; tileReader leads them to ours.
package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "strangers LEDGER_FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "NOT OK:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	vkey, err := os.ReadFile(filepath.Join(folder, "vkey"))
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return fmt.Errorf("vkey: %w", err)
	}
	check := fsck.New(verifier.Name(), verifier, &client.FileFetcher{Root: folder}, leafHashes, fsck.Opts{N: 1})
	if err := check.Check(context.Background()); err != nil {
		return fmt.Errorf("tessera fsck: %w", err)
	}
	fmt.Println("tessera fsck: OK")
	return readAsGoDoes(folder, verifier)
}

func leafHashes(bundle []byte) ([][]byte, error) {
	entries := &api.EntryBundle{}
	if err := entries.UnmarshalText(bundle); err != nil {
		return nil, err
	}
	hashes := make([][]byte, 0, len(entries.Entries))
	for _, entry := range entries.Entries {
		hashes = append(hashes, rfc6962.DefaultHasher.HashLeaf(entry))
	}
	return hashes, nil
}

func readAsGoDoes(folder string, verifier note.Verifier) error {
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return fmt.Errorf("x/mod note: %w", err)
	}
	tree, err := parseTree(opened.Text)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, tileReader(folder))
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil || root != tree.Hash {
		return fmt.Errorf("x/mod tlog: another root (%v)", err)
	}
	proofs := 0
	for n := int64(0); n < tree.N; n += 1 + tree.N/50 {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return fmt.Errorf("x/mod tlog: no proof of entry %d: %w", n, err)
		}
		leaf, err := leaf(folder, tree.N, n)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf); err != nil {
			return fmt.Errorf("x/mod tlog: entry %d: %w", n, err)
		}
		proofs++
	}
	fmt.Printf("x/mod note and tlog: OK, %d entries, %d of them proved, %d signatures\n", tree.N, proofs, len(opened.Sigs)+len(opened.UnverifiedSigs))
	return nil
}

func parseTree(text string) (tlog.Tree, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 3 {
		return tlog.Tree{}, fmt.Errorf("the checkpoint is too short")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	var root tlog.Hash
	if n, err := base64.StdEncoding.Decode(root[:], []byte(lines[2])); err != nil || n != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("the checkpoint's root is none")
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

func leaf(folder string, size, n int64) (tlog.Hash, error) {
	index := uint64(n) / layout.EntryBundleWidth
	width := layout.PartialTileSize(0, index, uint64(size))
	bundle, err := os.ReadFile(filepath.Join(folder, layout.EntriesPath(index, width)))
	if err != nil {
		return tlog.Hash{}, err
	}
	entries := &api.EntryBundle{}
	if err := entries.UnmarshalText(bundle); err != nil {
		return tlog.Hash{}, err
	}
	return tlog.RecordHash(entries.Entries[n%layout.EntryBundleWidth]), nil
}

// tileReader is a folder of C2SP tlog-tiles, as golang.org/x/mod/sumdb/tlog wants to read it.
type tileReader string

func (tileReader) Height() int { return 8 }

func (tileReader) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder tileReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		width := uint8(tile.W % 256)
		bytes, err := os.ReadFile(filepath.Join(string(folder), layout.TilePath(uint64(tile.L), uint64(tile.N), width)))
		if err != nil {
			return nil, err
		}
		data[i] = bytes
	}
	return data, nil
}
