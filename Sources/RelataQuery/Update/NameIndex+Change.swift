package import RelataGraph

extension NameIndex {
  /// The index of the names after a change of entities: the same as one that is made anew.
  ///
  /// - Parameters:
  ///   - entities: an entity that is replaced goes, and another comes.
  ///   - places: by old number of an entity: the new one.
  ///   - added: the entities that come, in their order.
  /// - Complexity: O(n) for n names, O(m log m) for m names that come.
  package func changed(
    _ entities: Renumbering, places: FixedBuffer<UInt32>, adding added: [Entity]
  ) -> NameIndex {
    let coming = NameIndex(added)
    let names = renumbering(entities, coming)
    let namePlaces = names.places(of: owners.count)
    let comingPlaces = names.placesOfAdded()
    let hashed = merged(coming, namePlaces, comingPlaces)
    return NameIndex(
      mentionCounts: entities.splice(mentionCounts, coming.mentionCounts),
      owners: owners(coming, names, places, entities.placesOfAdded()),
      texts: names.splice(texts, coming.texts), hashes: hashed.hashes, hashedNames: hashed.names,
      sounds: sounds.changed(places: namePlaces, adding: coming.sounds, comingPlaces),
      wholes: wholes.changed(places: namePlaces, adding: coming.wholes, comingPlaces))
  }

  /// The names follow their entities.
  private func renumbering(_ entities: Renumbering, _ coming: NameIndex) -> Renumbering {
    var names = Renumbering()
    for stretch in entities.stretches {
      switch stretch {
      case .kept(let range):
        names.drop(upTo: firstName(notBefore: range.lowerBound))
        names.keep(upTo: firstName(notBefore: range.upperBound))
      case .added(let range):
        names.add(
          coming.firstName(notBefore: range.upperBound) - coming.firstName(notBefore: range.lowerBound))
      }
    }
    return names
  }

  private func firstName(notBefore entity: Int) -> Int {
    var range = 0..<owners.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        self.entity(of: UInt32(middle)) < entity
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private func owners(
    _ coming: NameIndex, _ names: Renumbering, _ places: FixedBuffer<UInt32>, _ comingPlaces: [UInt32]
  ) -> FixedBuffer<UInt32> {
    var writer = FixedBufferWriter<UInt32>(capacity: names.count)
    for stretch in names.stretches {
      switch stretch {
      case .kept(let range):
        for name in range {
          let owner = owners.base[name]
          writer.append(places.base[Int(owner >> 1)] * 2 | owner & 1)
        }
      case .added(let range):
        for name in range {
          let owner = coming.owners.base[name]
          writer.append(comingPlaces[Int(owner >> 1)] * 2 | owner & 1)
        }
      }
    }
    return writer.buffer()
  }

  private func merged(
    _ coming: NameIndex, _ places: FixedBuffer<UInt32>, _ comingPlaces: [UInt32]
  ) -> (hashes: FixedBuffer<UInt64>, names: FixedBuffer<UInt32>) {
    let capacity = hashes.count + coming.hashes.count
    var mergedHashes = FixedBufferWriter<UInt64>(capacity: capacity)
    var mergedNames = FixedBufferWriter<UInt32>(capacity: capacity)
    var place = 0
    // Behind the last that comes stands an end that comes after every name.
    for next in 0...coming.hashes.count {
      let isEnd = next == coming.hashes.count
      let hash = isEnd ? .max : coming.hashes.base[next]
      let name = isEnd ? Renumbering.gone : comingPlaces[Int(coming.hashedNames.base[next])]
      while place < hashes.count, hashes.base[place] <= hash {
        let known = places.base[Int(hashedNames.base[place])]
        if hashes.base[place] == hash, known != Renumbering.gone, known > name { break }
        if known != Renumbering.gone {
          mergedHashes.append(hashes.base[place])
          mergedNames.append(known)
        }
        place += 1
      }
      if isEnd { break }
      mergedHashes.append(hash)
      mergedNames.append(name)
    }
    return (mergedHashes.buffer(), mergedNames.buffer())
  }
}
