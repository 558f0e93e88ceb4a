#if Archives
  import Foundation

  extension HostileInput {
    static let archives = [
      HostileInput(
        title: "a zip bomb", file: "bad.zip", outcome: .failed,
        says: [
          "has more than 1000 bytes for each of its packed bytes", "what follows it in bad.zip is not read",
        ]
      ) { try Programs.shell("head -c 150000000 /dev/zero | zip -q -9 \($1) -", in: $0) },
      HostileInput(
        title: "a text of 150 MB packed into 150 kB", file: "bad.txt.gz", name: "bad.txt.gz/bad.txt: ",
        outcome: .failed, says: ["has more than 67108864 bytes, the most that is read"]
      ) { try Programs.shell("yes news | head -c 150000000 | gzip > \($1)", in: $0) },
      HostileInput(
        title: "archives within one another, twelve deep", file: "bad.zip", outcome: .failed,
        says: ["bad.zip/11.zip/10.zip/", "has more than 8 levels of nesting, the most that is read"]
      ) {
        try Programs.shell(
          """
          echo 'Italy attacked Greece.' > 0 && zip -q 1.zip 0 && rm 0
          for i in 1 2 3 4 5 6 7 8 9 10 11; do zip -q $((i + 1)).zip $i.zip && rm $i.zip || exit 1; done
          mv 12.zip \($1)
          """, in: $0)
      },
      HostileInput(
        title: "a zip that is cut off", file: "bad.zip", name: "bad.zip/2.txt: ", outcome: .failed,
        says: ["damaged: ", "; what follows it in bad.zip is not read"], statements: [attack], documents: 2
      ) {
        try Programs.shell(
          """
          echo 'Italy attacked Greece.' > 1.txt && head -c 9000 /dev/urandom | base64 > 2.txt && zip -q whole.zip 1.txt 2.txt
          head -c 5000 whole.zip > \($1) && rm 1.txt 2.txt whole.zip
          """, in: $0)
      },
      HostileInput(
        title: "a tar that is cut off", file: "bad.tar.gz", outcome: .failed, says: ["damaged: "],
        statements: [attack], documents: 2
      ) {
        try Programs.shell(
          """
          echo 'Italy attacked Greece.' > 1.txt && head -c 90000 /dev/urandom | base64 > 2.txt
          tar -czf whole.tar.gz 1.txt 2.txt && head -c 50000 whole.tar.gz > \($1) && rm 1.txt 2.txt whole.tar.gz
          """, in: $0)
      },
      HostileInput(
        title: "a zip with a password on one of its files", file: "bad.zip", name: "bad.zip/locked.txt: ",
        outcome: .failed, says: ["encrypted; remove its password and try again"], documents: 2
      ) { try $0.write(fixture("archives/partly-locked.zip"), to: $1) },
      HostileInput(
        title: "a 7z with a password", file: "bad.7z", outcome: .failed,
        says: ["encrypted; remove its password and try again"]
      ) { try $0.write(fixture("archives/locked.7z"), to: $1) },
      HostileInput(
        title: "a tar with devices, pipes and links", file: "bad.tar", outcome: .read, says: [], documents: 2
      ) { try $0.write(fixture("archives/devices.tar"), to: $1) },
    ]
  }
#endif
