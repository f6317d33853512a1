//===-- ComponentRoutes.cpp - Routes in a static configuration ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/ComponentRoutes.h"
#include "lib/catalog/HttpMethods.h"
#include "lib/catalog/YamlTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace asynctidy::catalog;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace asynctidy {

namespace {

const YamlNode *valueOf(const YamlNode *Map, StringRef Key) {
  if (!Map || !Map->isMap())
    return nullptr;
  for (size_t I = 0; I + 1 < Map->Items.size(); I += 2)
    if (Map->Items[I].Text == Key)
      return &Map->Items[I + 1];
  return nullptr;
}

/// `GET,POST`, or a list.
std::vector<std::string> methodsOf(const YamlNode &Node) {
  std::vector<std::string> Methods;
  auto Add = [&](StringRef Text) {
    for (StringRef Part : llvm::split(Text, ","))
      if (StringRef Method = httpMethodNamed(Part.trim()); !Method.empty())
        Methods.push_back(Method.str());
  };
  Add(Node.Text);
  for (const YamlNode &Item : Node.Items)
    Add(Item.Text);
  return Methods;
}

} // namespace

void ComponentRoutes::readAround(StringRef Folder, StringRef Root) {
  while (Folder.starts_with(Root)) {
    if (!Folders.insert(Folder).second)
      return; // and those above it
    readFolder(Folder);
    for (StringRef Inner : {"config", "configs"}) {
      llvm::SmallString<256> Path(Folder);
      path::append(Path, Inner);
      readFolder(Path);
    }
    if (Folder == Root)
      return;
    Folder = path::parent_path(Folder);
  }
}

void ComponentRoutes::readFolder(StringRef Folder) {
  std::error_code Failed;
  std::vector<std::string> Files;
  for (fs::directory_iterator It(Folder, Failed), End; !Failed && It != End;
       It.increment(Failed))
    if (StringRef Extension = path::extension(It->path());
        Extension == ".yaml" || Extension == ".yml")
      Files.push_back(It->path());
  llvm::sort(Files); // a folder has no order
  for (const std::string &File : Files)
    readFile(File);
}

void ComponentRoutes::readFile(StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
  constexpr StringRef Mark = "components_manager";
  if (!Buffer || !(*Buffer)->getBuffer().contains(Mark))
    return; // some other YAML
  PackStorage Storage;
  YamlNode Root;
  std::vector<PackError> Mistakes;
  if (!parseYaml(File, (*Buffer)->getBuffer(), Storage, Root, Mistakes)) {
    for (const PackError &Mistake : Mistakes)
      Errors << "async-tidy: warning: " << Mistake.render() << '\n';
    return;
  }
  const YamlNode *All = valueOf(valueOf(&Root, Mark), "components");
  if (!All || !All->isMap())
    return;
  for (size_t I = 0; I + 1 < All->Items.size(); I += 2) {
    const YamlNode &Said = All->Items[I + 1];
    const YamlNode *Path = valueOf(&Said, "path");
    const YamlNode *Method = valueOf(&Said, "method");
    if (!Path && !Method)
      continue;
    Component Known;
    if (Path)
      Known.Path = Path->Text.str();
    if (Method)
      Known.Methods = methodsOf(*Method);
    // The closest file is read first.
    Components.try_emplace(All->Items[I].Text, std::move(Known));
  }
}

const ComponentRoutes::Component *ComponentRoutes::find(StringRef Name) const {
  auto Found = Components.find(Name);
  return Found == Components.end() ? nullptr : &Found->second;
}

} // namespace asynctidy
