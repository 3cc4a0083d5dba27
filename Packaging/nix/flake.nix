# The program as it was released, for x86-64 with Linux: the Swift of nixpkgs is too old to build it.
{
  description = "Learn from interviews, from a folder of plain-text notes";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      system = "x86_64-linux";
      pkgs = nixpkgs.legacyPackages.${system};
    in
    {
      packages.${system}.default = pkgs.stdenv.mkDerivation {
        pname = "debrief";
        version = "@VERSION@";
        src = pkgs.fetchurl {
          url = "@RELEASES@/debrief-@VERSION@-linux-x86_64.tar.xz";
          sha256 = "@BINARY_SUM@";
        };
        # It names the loader of other systems, which Nix does not have there.
        nativeBuildInputs = [ pkgs.autoPatchelfHook ];
        dontStrip = true;
        installPhase = ''
          mkdir -p $out
          cp -r bin share $out
        '';
        meta = {
          mainProgram = "debrief";
          license = pkgs.lib.licenses.asl20;
        };
      };
    };
}
